package dev.millrace.expression;

import dev.millrace.value.Decimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Expressions over what shops trade by: article numbers and money.
public sealed interface TradeExpression extends Expression {
  /// Whether a text is a Global Trade Item Number: 8, 12, 13 or 14 digits, of which the last checks
  /// the others.
  ///
  /// @param text the text
  record IsGtin(Expression text) implements TradeExpression {}

  /// The digit that makes 7, 11, 12 or 13 digits a Global Trade Item Number. Any other text is an
  /// item error.
  ///
  /// @param text the digits
  record GtinCheckDigit(Expression text) implements TradeExpression {}

  /// An amount in another currency: times the rate of that one, divided by the rate of its own,
  /// rounded once. A currency without a rate is an item error.
  ///
  /// @param amount the amount
  /// @param from the currency that it is in, a text
  /// @param to the currency that is wanted, a text
  /// @param rates what each currency counts to the same worth, above zero: `{"EUR": 1, "USD": 1.1}`
  /// @param scale how many decimals are kept, 2 when absent
  /// @param mode how the last is rounded, half up when absent
  record ConvertCurrency(
      Expression amount,
      Expression from,
      Expression to,
      Map<String, Decimal> rates,
      @Nullable Integer scale,
      @Nullable RoundingMode mode)
      implements TradeExpression {}
}
