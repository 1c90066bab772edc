package dev.millrace.function;

import dev.millrace.expression.TradeExpression.ConvertCurrency;
import dev.millrace.value.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Functions of article numbers and of money.
public final class Trade {
  private static final int DEFAULT_SCALE = 2;

  private Trade() {}

  /// Whether a text is a Global Trade Item Number.
  public static boolean isGtin(String text) {
    int last = text.length() - 1;
    return isGtinBody(text, last) && text.charAt(last) == '0' + checkDigit(text, last);
  }

  /// The digit that makes some digits a Global Trade Item Number.
  public static Decimal gtinCheckDigit(String digits) {
    if (!isGtinBody(digits, digits.length())) {
      throw new EvaluationException(
          "'" + Require.shown(digits) + "' is not 7, 11, 12 or 13 digits");
    }
    return Decimal.of(checkDigit(digits, digits.length()));
  }

  private static boolean isGtinBody(String text, int length) {
    return (length == 7 || (length >= 11 && length <= 13))
        && text.chars().limit(length).allMatch(c -> c >= '0' && c <= '9');
  }

  /// What the sum of the digits lacks to the next ten, the last and every second one before it
  /// counted three times (GS1 General Specifications, section 7.9).
  private static int checkDigit(String text, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int weight = (length - i) % 2 == 0 ? 1 : 3;
      sum += (text.charAt(i) - '0') * weight;
    }
    return (10 - sum % 10) % 10;
  }

  /// An amount in another currency, with 2 decimals rounded half up unless told.
  public static Decimal convert(Decimal amount, String from, String to, ConvertCurrency terms) {
    BigDecimal own = rate(from, terms).toBigDecimal();
    BigDecimal product = amount.toBigDecimal().multiply(rate(to, terms).toBigDecimal());
    int scale = terms.scale() == null ? DEFAULT_SCALE : terms.scale();
    RoundingMode mode = terms.mode() == null ? RoundingMode.HALF_UP : terms.mode();
    return Numbers.exactly(() -> Decimal.of(product.divide(own, scale, mode)));
  }

  private static Decimal rate(String currency, ConvertCurrency terms) {
    Decimal rate = terms.rates().get(currency);
    if (rate == null) {
      throw new EvaluationException("there is no rate for '" + Require.shown(currency) + "'");
    }
    return rate;
  }
}
