package dev.millrace.function;

import dev.millrace.value.Decimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How numbers are written: a pattern of [DecimalFormat], compiled, with the symbols of no
/// language. Immutable, so any number of threads may write; each number costs a copy of the format,
/// which is not.
public final class NumberPattern {
  private static final char CURRENCY_SIGN = '¤';

  private final DecimalFormat format;

  private NumberPattern(DecimalFormat format) {
    this.format = format;
  }

  /// The pattern of a text, with the given decimal sign, `.` unless told.
  ///
  /// @throws IllegalArgumentException if it is malformed, empty, or has a currency sign
  public static NumberPattern of(String pattern, @Nullable String decimal) {
    if (pattern.isEmpty() || pattern.indexOf(CURRENCY_SIGN) >= 0) {
      throw new IllegalArgumentException(
          pattern.isEmpty() ? "it is empty" : "it has a currency sign");
    }
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    if (",".equals(decimal)) {
      symbols.setDecimalSeparator(',');
      symbols.setGroupingSeparator('.');
    }
    var format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return new NumberPattern(format);
  }

  /// The number in writing, exact but for the decimals that the pattern leaves out.
  public String format(Decimal number) {
    var own = (DecimalFormat) format.clone();
    String text = own.format(number.toBigDecimal());
    boolean lostItsDigits = number.signum() < 0 && text.equals(own.format(-0.0));
    return lostItsDigits ? own.format(0) : text;
  }
}
