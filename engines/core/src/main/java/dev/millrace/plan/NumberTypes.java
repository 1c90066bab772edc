package dev.millrace.plan;

import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.DateExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.TradeExpression.ConvertCurrency;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The type rules of expressions over numbers, dates, article numbers and money.
///
/// @param types checks the operands
record NumberTypes(ExpressionTypes types) {
  Type number(NumberExpression expression, String path) {
    return switch (expression) {
      case NumberExpression.Add(var of) -> sequence(of, expression, path);
      case NumberExpression.Multiply(var of) -> sequence(of, expression, path);
      case NumberExpression.Smallest(var of) -> sequence(of, expression, path);
      case NumberExpression.Largest(var of) -> sequence(of, expression, path);
      case NumberExpression.Divide(_, _, var scale, _) -> rounded(scale, expression, path);
      case NumberExpression.Round(_, var scale, _) -> rounded(scale, expression, path);
      case NumberExpression.Subtract _,
          NumberExpression.Remainder _,
          NumberExpression.Absolute _,
          NumberExpression.Negate _ ->
          types.takes(NUMBER, expression, path, NUMBER);
    };
  }

  private Type sequence(List<Expression> operands, Expression expression, String path) {
    types.check(!operands.isEmpty(), path, "wants at least one operand");
    return types.takes(NUMBER, expression, path, NUMBER);
  }

  private Type rounded(@Nullable Integer scale, Expression expression, String path) {
    types.checkScale(scale, path);
    return types.takes(NUMBER, expression, path, NUMBER);
  }

  Type date(DateExpression expression, String path) {
    return switch (expression) {
      case DateExpression.ParseDate(_, var pattern) -> {
        if (pattern != null) {
          PatternRules.checkReadableDatePattern(pattern, path, types.problems());
        }
        yield types.takes(TEXT, expression, path, TEXT);
      }
      case DateExpression.FormatDate(_, var pattern) -> {
        PatternRules.checkDatePattern(pattern, path, types.problems());
        yield types.takes(TEXT, expression, path, TEXT);
      }
      case DateExpression.AddDays _ -> types.takes(TEXT, expression, path, TEXT, NUMBER);
      case DateExpression.DaysBetween _, DateExpression.DatePart _ ->
          types.takes(NUMBER, expression, path, TEXT);
    };
  }

  Type trade(TradeExpression expression, String path) {
    return switch (expression) {
      case TradeExpression.IsGtin _ -> types.takes(BOOLEAN, expression, path, TEXT);
      case TradeExpression.GtinCheckDigit _ -> types.takes(NUMBER, expression, path, TEXT);
      case ConvertCurrency convert -> {
        checkRates(convert.rates(), path + ".rates");
        checkCurrency(convert.from(), convert.rates(), path + ".from");
        checkCurrency(convert.to(), convert.rates(), path + ".to");
        types.checkScale(convert.scale(), path);
        yield types.takes(NUMBER, expression, path, NUMBER, TEXT);
      }
    };
  }

  private void checkRates(Map<String, Decimal> rates, String path) {
    types.check(!rates.isEmpty(), path, "wants at least one rate");
    new TreeMap<>(rates)
        .forEach((currency, rate) ->
            types.check(
                rate.signum() > 0, path + "." + currency, "wants a rate above 0, not " + rate));
  }

  /// Checks that a constant currency has a rate; any other is looked up for each item.
  private void checkCurrency(Expression currency, Map<String, Decimal> rates, String path) {
    if (currency instanceof Literal(Text(var name)) && !rates.containsKey(name)) {
      types.problems().addUnknown(path, "currency", name, "among the rates", rates.keySet());
    }
  }
}
