package dev.millrace.evaluator.compiled;

import static dev.millrace.vector.Numbers.NULL;

import dev.millrace.function.Needles;
import dev.millrace.function.Numbers;
import dev.millrace.function.Require;
import dev.millrace.function.Texts;
import dev.millrace.value.Value;
import dev.millrace.vector.Flags;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text functions that generated code calls where an operand may be null. The functions themselves
/// stay calls: their code is large, and the same for all plans.
final class TextCalls {
  private TextCalls() {}

  /// Whether a text occurs in another.
  static int contains(@Nullable String text, @Nullable String find) {
    return text == null || find == null ? Flags.NULL : flag(text.contains(find));
  }

  /// Whether a text begins with another.
  static int startsWith(@Nullable String text, @Nullable String prefix) {
    return text == null || prefix == null ? Flags.NULL : flag(text.startsWith(prefix));
  }

  /// Whether a text ends with another.
  static int endsWith(@Nullable String text, @Nullable String suffix) {
    return text == null || suffix == null ? Flags.NULL : flag(text.endsWith(suffix));
  }

  /// Whether a needle occurs in a text.
  static int containsAny(@Nullable String text, Needles needles) {
    return text == null ? Flags.NULL : flag(needles.occurIn(text));
  }

  /// Whether a pattern matches somewhere in a text.
  static int regexMatches(@Nullable String text, Pattern pattern) {
    return text == null ? Flags.NULL : flag(Texts.regexMatches(text, pattern));
  }

  /// A text with every match replaced.
  static @Nullable String regexReplace(@Nullable String text, Pattern pattern, String with) {
    return text == null ? null : Texts.regexReplace(text, pattern, with);
  }

  /// What a group holds in the first match.
  static @Nullable String regexExtract(
      @Nullable String text, Pattern pattern, @Nullable Integer group) {
    return text == null ? null : Boxes.textOf(Texts.regexExtract(text, pattern, group));
  }

  /// A text with every occurrence of another replaced.
  static @Nullable String replace(
      @Nullable String text, @Nullable String find, @Nullable String with) {
    return text == null || find == null || with == null ? null : Texts.replace(text, find, with);
  }

  /// A part of a text.
  static @Nullable String substring(@Nullable String text, int from, @Nullable Integer count) {
    return text == null ? null : Texts.substring(text, from, count);
  }

  /// How many code points a text has.
  static long length(@Nullable String text) {
    return text == null ? NULL : Texts.length(text);
  }

  /// An empty text to add to.
  static StringBuilder begin(StringBuilder room) {
    room.setLength(0);
    return room;
  }

  /// Adds a text, nothing for null.
  static StringBuilder add(StringBuilder to, @Nullable String text) {
    return text == null ? to : to.append(text);
  }

  /// Adds a value written as a text, nothing for null.
  static StringBuilder add(StringBuilder to, Value value) {
    return value.isNull() ? to : to.append(Texts.toText(value));
  }

  /// Adds a number of a scale, nothing for null.
  static StringBuilder add(StringBuilder to, long unscaled, int scale) {
    if (scale == 0) {
      return unscaled == NULL ? to : to.append(unscaled);
    }
    return add(to, Boxes.number(unscaled, scale));
  }

  /// The number that a text writes, in a scale.
  static long parse(@Nullable String text, @Nullable String decimal, int scale) {
    return text == null ? NULL : Boxes.numberOf(Numbers.parse(text, decimal), scale);
  }

  /// A number written with a fixed count of decimals.
  static @Nullable String format(Value number, int places, @Nullable String decimal) {
    return number.isNull() ? null : Numbers.format(Require.number(number), places, decimal);
  }

  /// The part of a text that stands behind a count of separators; null when there are not as many.
  static @Nullable String part(@Nullable String text, String separator, int place) {
    if (text == null) {
      return null;
    }
    int from = 0;
    for (int i = 0; i < place; i++) {
      int at = text.indexOf(separator, from);
      if (at < 0) {
        return null;
      }
      from = at + separator.length();
    }
    int end = text.indexOf(separator, from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }

  /// A value written as a text.
  static @Nullable String toText(Value value) {
    return value.isNull() ? null : Texts.toText(value);
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }
}
