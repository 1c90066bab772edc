package dev.millrace.io.feed;

import java.io.BufferedReader;
import java.io.IOException;

/// What separates the cells of a CSV file: of comma, semicolon, tab and bar the one that its header
/// has most of, outside quotes; the comma when none is in it.
final class Separator {
  private static final String KNOWN = ",;\t|";
  private static final int HEADER = 1 << 16;

  private Separator() {}

  /// The separator of a text, which is then at its beginning again.
  static char of(BufferedReader text) throws IOException {
    int[] counts = new int[KNOWN.length()];
    boolean quoted = false;
    text.mark(HEADER);
    for (int i = 0, c = text.read(); i < HEADER - 1 && c >= 0; i++, c = text.read()) {
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      int known = KNOWN.indexOf(c);
      if (!quoted && known >= 0) {
        counts[known]++;
      }
    }
    text.reset();
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return KNOWN.charAt(most);
  }
}
