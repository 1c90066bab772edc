package dev.millrace.function;

import dev.millrace.value.Decimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Functions of numbers. Arithmetic that has no result is an [EvaluationException].
public final class Numbers {
  /// The decimals that a quotient or an average keeps unless told.
  public static final int DEFAULT_SCALE = 6;

  private static final int MOST_PLAIN = 18;

  private static final Pattern POINT = numberWith("\\.", ",");
  private static final Pattern COMMA = numberWith(",", "\\.");

  private Numbers() {}

  private static Pattern numberWith(String decimal, String grouping) {
    String group = "[" + grouping + "'’ \u00a0\u202f]";
    return Pattern.compile(
        "[+-]?(?:[0-9]{1,3}(?:"
            + group
            + "[0-9]{3})+|[0-9]+)?(?:"
            + decimal
            + "[0-9]*)?"
            + "(?<=[0-9]"
            + decimal
            + "?)(?:[eE][+-]?[0-9]{1,4})?");
  }

  /// An arithmetic step whose [ArithmeticException] becomes an [EvaluationException].
  @FunctionalInterface
  public interface Arithmetic {
    /// The result.
    Decimal compute();
  }

  /// The result of an arithmetic step.
  public static Decimal exactly(Arithmetic arithmetic) {
    try {
      return arithmetic.compute();
    } catch (ArithmeticException noResult) {
      throw new EvaluationException(Objects.requireNonNullElse(noResult.getMessage(), "no result"));
    }
  }

  /// The sum.
  public static Decimal add(Decimal left, Decimal right) {
    return exactly(() -> left.plus(right));
  }

  /// The difference.
  public static Decimal subtract(Decimal left, Decimal right) {
    return exactly(() -> left.minus(right));
  }

  /// The product.
  public static Decimal multiply(Decimal left, Decimal right) {
    return exactly(() -> left.times(right));
  }

  /// The quotient, with 6 decimals rounded half even unless told.
  public static Decimal divide(
      Decimal left, Decimal right, @Nullable Integer scale, @Nullable RoundingMode mode) {
    int places = scale == null ? DEFAULT_SCALE : scale;
    return exactly(() -> left.divide(right, places, mode == null ? RoundingMode.HALF_EVEN : mode));
  }

  /// The remainder, with the sign of what is divided.
  public static Decimal remainder(Decimal left, Decimal right) {
    return exactly(() -> left.remainder(right));
  }

  /// The number rounded to a whole one half up, unless told.
  public static Decimal round(
      Decimal number, @Nullable Integer scale, @Nullable RoundingMode mode) {
    int places = scale == null ? 0 : scale;
    return exactly(() -> number.round(places, mode == null ? RoundingMode.HALF_UP : mode));
  }

  /// The number that a text writes with the given decimal sign, `.` unless told.
  public static Decimal parse(String text, @Nullable String decimal) {
    boolean comma = ",".equals(decimal);
    String trimmed = Texts.trim(text);
    Decimal number = plain(trimmed, comma ? ',' : '.');
    if (number == null && (comma ? COMMA : POINT).matcher(trimmed).matches()) {
      String grouped =
          comma ? trimmed.replace(".", "").replace(',', '.') : trimmed.replace(",", "");
      number = Decimal.parse(grouped.replaceAll("['’ \u00a0\u202f]", ""));
    }
    if (number == null) {
      throw new EvaluationException("'" + Require.shown(text) + "' is not a number");
    }
    return number;
  }

  /// The number that a text writes with up to 18 digits, perhaps a sign before them and a decimal
  /// sign, and nothing else; null when it is not of that form.
  private static @Nullable Decimal plain(String text, char decimalSign) {
    int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (text.length() - from > MOST_PLAIN) {
      return null;
    }
    long unscaled = 0;
    int digits = 0;
    int point = -1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        unscaled = 10 * unscaled + (c - '0');
        digits++;
      } else if (c == decimalSign && point < 0) {
        point = digits;
      } else {
        return null;
      }
    }
    boolean isNegative = from > 0 && text.charAt(0) == '-';
    int scale = point < 0 ? 0 : digits - point;
    return digits == 0 ? null : Decimal.of(isNegative ? -unscaled : unscaled, scale);
  }

  /// The number with a fixed count of decimals, rounded half up, with the given decimal sign, `.`
  /// unless told.
  public static String format(Decimal number, int scale, @Nullable String decimal) {
    String plain = number.toBigDecimal().setScale(scale, RoundingMode.HALF_UP).toPlainString();
    return decimal == null ? plain : plain.replace(".", decimal);
  }
}
