package dev.millrace.function;

import dev.millrace.value.JsonText;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Functions of texts.
public final class Texts {
  private Texts() {}

  /// The text in lower case, in no particular language.
  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The text in upper case, in no particular language.
  public static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /// The words run together, each but the first with a capital, apostrophes left out.
  public static String camelCase(String text) {
    var out = new StringBuilder(text.length());
    for (String word : words(text)) {
      if (out.isEmpty()) {
        out.append(lower(word));
      } else {
        appendCapitalised(word, out);
      }
    }
    return out.toString();
  }

  /// Each word in lower case but for a capital first; what stands between words is kept.
  public static String titleCase(String text) {
    var out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end > at) {
        appendCapitalised(text.substring(at, end), out);
        at = end;
      } else {
        int next = at + Character.charCount(text.codePointAt(at));
        out.append(text, at, next);
        at = next;
      }
    }
    return out.toString();
  }

  /// The words in lower case with hyphens between, apostrophes left out.
  public static String kebabCase(String text) {
    return lower(String.join("-", words(text)));
  }

  /// The text without white space, no-break spaces included, at its ends.
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /// The text with every occurrence of `find` replaced; an empty `find` occurs nowhere.
  public static String replace(String text, String find, String with) {
    return find.isEmpty() ? text : text.replace(find, with);
  }

  /// The text with every match replaced.
  public static String regexReplace(String text, Pattern pattern, String with) {
    Matcher matcher = pattern.matcher(text);
    try {
      return matcher.replaceAll(with);
    } catch (StackOverflowError tooDeep) {
      throw tooComplex(pattern, text);
    }
  }

  /// Whether the pattern matches somewhere in the text.
  public static boolean regexMatches(String text, Pattern pattern) {
    try {
      return pattern.matcher(text).find();
    } catch (StackOverflowError tooDeep) {
      throw tooComplex(pattern, text);
    }
  }

  /// What a group holds in the pattern's first match, the whole match unless told; null when
  /// nothing matches or the group has no part in it.
  public static Value regexExtract(String text, Pattern pattern, @Nullable Integer group) {
    Matcher matcher = pattern.matcher(text);
    try {
      String held = matcher.find() ? matcher.group(group == null ? 0 : group) : null;
      return held == null ? Null.NULL : Text.of(held);
    } catch (StackOverflowError tooDeep) {
      throw tooComplex(pattern, text);
    }
  }

  private static EvaluationException tooComplex(Pattern pattern, String text) {
    return new EvaluationException(
        "pattern '" + pattern + "' is too complex for a text of " + text.length() + " characters");
  }

  /// How many code points the text has.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// A part of the text by code points; a negative `from` counts back from the end, at most to the
  /// start.
  public static String substring(String text, int from, @Nullable Integer count) {
    int length = length(text);
    int start = Math.clamp(from < 0 ? (long) length + from : from, 0, length);
    int end = count == null ? length : (int) Math.min(length, (long) start + count);
    int startAt = text.offsetByCodePoints(0, start);
    return text.substring(startAt, text.offsetByCodePoints(startAt, end - start));
  }

  /// The parts of the text between the occurrences of a separator.
  public static ListValue split(String text, String separator) {
    return new ListValue(split(text, separator, Integer.MAX_VALUE));
  }

  /// The parts of the text between the first occurrences of a separator, `most` of them at the
  /// most: the last one takes all that is left.
  public static List<Value> split(String text, String separator, int most) {
    var parts = new ArrayList<Value>();
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0 && parts.size() < most - 1) {
      parts.add(Text.of(text.substring(from, at)));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(Text.of(text.substring(from)));
    return parts;
  }

  /// The elements that are not null, written as texts, with a separator between.
  public static String join(ListValue list, String separator) {
    var out = new StringBuilder();
    boolean first = true;
    for (Value element : list.elements()) {
      if (!element.isNull()) {
        out.append(first ? "" : separator).append(toText(element));
        first = false;
      }
    }
    return out.toString();
  }

  /// A value written as a text: a text as it is, lists and maps as JSON.
  public static String toText(Value value) {
    return value instanceof ListValue || value instanceof MapValue
        ? JsonText.of(value)
        : value.toString();
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end > at) {
        words.add(withoutApostrophes(text.substring(at, end)));
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return words;
  }

  /// The end of the word that begins at a place; the place itself when none does. An apostrophe
  /// between letters is part of the word.
  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean inside =
          isApostrophe(c) && at > from && next < text.length() && isOfWord(text.codePointAt(next));
      if (!inside && !isOfWord(c)) {
        break;
      }
      at = next;
    }
    return at;
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  private static String withoutApostrophes(String word) {
    return word.replace("'", "").replace("’", "");
  }

  private static void appendCapitalised(String word, StringBuilder out) {
    int first = word.codePointAt(0);
    out.appendCodePoint(Character.toTitleCase(first));
    out.append(lower(word.substring(Character.charCount(first))));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
