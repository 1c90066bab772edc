package dev.millrace.io.feed;

import java.io.IOException;
import java.io.Reader;

/// A text and then a line with a mark, by which a CSV parser's user can tell a quote that is never
/// closed: the mark is then no row of its own but part of the last cell.
///
/// The mark is a zero character, which the text itself never has.
final class EndMarkReader extends Reader {
  /// The mark.
  static final char MARK = 0;

  private final Reader text;
  private char last = '\n';
  private boolean marked;

  EndMarkReader(Reader text) {
    this.text = text;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0 || marked) {
      return marked ? -1 : 0;
    }
    int count = text.read(target, offset, length);
    if (count > 0) {
      last = target[offset + count - 1];
      return count;
    }
    marked = last == '\n' || last == '\r';
    target[offset] = marked ? MARK : '\n';
    last = '\n';
    return 1;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
