package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.ternary;
import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.TradeExpression.ConvertCurrency;
import dev.millrace.expression.TradeExpression.GtinCheckDigit;
import dev.millrace.expression.TradeExpression.IsGtin;
import dev.millrace.function.Trade;
import dev.millrace.value.Bool;

/// Closures of expressions over article numbers and money.
///
/// @param closures makes the closures of operands
record TradeClosures(Closures closures) {
  Closure of(TradeExpression self) {
    return switch (self) {
      case IsGtin(var t) -> unary(self, closures.of(t), v -> Bool.of(Trade.isGtin(text(v))));
      case GtinCheckDigit(var t) -> unary(self, closures.of(t), v -> Trade.gtinCheckDigit(text(v)));
      case ConvertCurrency convert ->
          ternary(
              self,
              closures.of(convert.amount()),
              closures.of(convert.from()),
              closures.of(convert.to()),
              (amount, from, to) -> Trade.convert(number(amount), text(from), text(to), convert));
    };
  }
}
