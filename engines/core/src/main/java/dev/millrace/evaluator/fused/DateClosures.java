package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.binary;
import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.DateExpression;
import dev.millrace.expression.DateExpression.AddDays;
import dev.millrace.expression.DateExpression.DatePart;
import dev.millrace.expression.DateExpression.DaysBetween;
import dev.millrace.expression.DateExpression.FormatDate;
import dev.millrace.expression.DateExpression.ParseDate;
import dev.millrace.function.DatePattern;
import dev.millrace.function.Dates;
import dev.millrace.value.Text;

/// Closures of expressions over dates.
///
/// @param closures makes the closures of operands
record DateClosures(Closures closures) {
  Closure of(DateExpression self) {
    return switch (self) {
      case ParseDate parse -> parse(parse);
      case FormatDate(var date, var pattern) -> {
        DatePattern compiled = DatePattern.of(pattern);
        yield unary(self, closures.of(date), v -> Text.of(Dates.format(text(v), compiled)));
      }
      case AddDays(var date, var days) ->
          binary(
              self,
              closures.of(date),
              closures.of(days),
              (a, b) -> Text.of(Dates.addDays(text(a), number(b))));
      case DaysBetween(var from, var to) ->
          binary(
              self,
              closures.of(from),
              closures.of(to),
              (a, b) -> Dates.daysBetween(text(a), text(b)));
      case DatePart(var date, var part) ->
          unary(self, closures.of(date), v -> Dates.part(text(v), part));
    };
  }

  private Closure parse(ParseDate self) {
    Closure operand = closures.of(self.text());
    String pattern = self.pattern();
    if (pattern == null) {
      return unary(self, operand, v -> Text.of(Dates.parse(text(v))));
    }
    DatePattern compiled = DatePattern.of(pattern);
    return unary(self, operand, v -> Text.of(Dates.parse(text(v), compiled)));
  }
}
