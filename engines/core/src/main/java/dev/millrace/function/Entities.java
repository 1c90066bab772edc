package dev.millrace.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What the character references of HTML stand for.
///
/// Names are those of HTML 4 (section 24 of its recommendation of 1999) and `apos`. Numbers mean
/// what the HTML standard's "numeric character reference end state" says: those from 128 to 159 are
/// taken for Windows-1252, those that are no character for U+FFFD.
final class Entities {
  private static final int LONGEST = 32;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int FIRST_CONTROL = 0x80;
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
  private static final Map<String, Integer> NAMES = names();

  private Entities() {}

  private static Map<String, Integer> names() {
    var table = new Properties();
    try (InputStream in = Entities.class.getResourceAsStream("html-entities.properties");
        Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      table.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    var names = new HashMap<String, Integer>();
    table
        .stringPropertyNames()
        .forEach(name -> names.put(name, Integer.parseInt(table.getProperty(name), 16)));
    return Map.copyOf(names);
  }

  /// How many names are known.
  static int count() {
    return NAMES.size();
  }

  /// The place of the semicolon that ends the reference whose name or number begins at a place, -1
  /// when there is none.
  static int end(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (c == ';') {
        return at;
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        return -1;
      }
    }
    return -1;
  }

  /// The code point of a reference, without `&` and `;`; -1 when there is none.
  static int codePoint(String reference) {
    if (!reference.startsWith("#")) {
      return NAMES.getOrDefault(reference, -1);
    }
    boolean hexadecimal = reference.startsWith("x", 1) || reference.startsWith("X", 1);
    String digits = reference.substring(hexadecimal ? 2 : 1);
    int radix = hexadecimal ? 16 : 10;
    boolean number =
        !digits.isEmpty()
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    return number ? character(digits, radix) : -1;
  }

  private static int character(String digits, int radix) {
    String significant = digits.replaceFirst("^0+", "");
    if (significant.isEmpty() || significant.length() > 7) {
      return REPLACEMENT;
    }
    int number = Integer.parseInt(significant, radix);
    int control = number - FIRST_CONTROL;
    if (control >= 0 && control < WINDOWS_1252.length()) {
      return WINDOWS_1252.charAt(control);
    }
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    return surrogate || number > Character.MAX_CODE_POINT ? REPLACEMENT : number;
  }
}
