package dev.millrace.function;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// Functions of what stands in URLs.
public final class Urls {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

  /// Latin letters that have no accent to take away.
  private static final Map<Integer, String> PLAIN =
      Map.of(
          (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ø', "o", (int) 'ł', "l",
          (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

  private Urls() {}

  /// The UTF-8 bytes with all but the unreserved characters of RFC 3986 as `%XX`.
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /// The text whose UTF-8 bytes are given, some of them as `%XX`.
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int percent = text.indexOf('%', at);
      int plainEnd = percent < 0 ? text.length() : percent;
      out.append(text, at, plainEnd);
      at = percent < 0 ? plainEnd : decodeRun(text, percent, out);
    }
    return out.toString();
  }

  /// Decodes the `%XX` that follow each other from a place on; gives the place behind them.
  private static int decodeRun(String text, int from, StringBuilder out) {
    var bytes = new ByteArrayOutputStream();
    int at = from;
    while (at < text.length() && text.charAt(at) == '%') {
      bytes.write(digit(text, at + 1) * 16 + digit(text, at + 2));
      at += 3;
    }
    try {
      out.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
    } catch (CharacterCodingException malformed) {
      String run = Require.shown(text.substring(from, at));
      throw new EvaluationException("'" + run + "' is not UTF-8");
    }
    return at;
  }

  private static int digit(String text, int at) {
    char c = at < text.length() ? text.charAt(at) : '%';
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw new EvaluationException(
          "'" + Require.shown(text) + "' has a % without two hexadecimal digits");
    }
    return digit;
  }

  /// The words in lower case, without accents, with hyphens between.
  public static String slug(String text) {
    String lower = Texts.lower(text);
    String parted = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(parted).replaceAll("");
    var out = new StringBuilder();
    Normalizer.normalize(bare, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> out.append(PLAIN.getOrDefault(c, Character.toString(c))));
    return Texts.kebabCase(out.toString());
  }
}
