package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.binary;
import static dev.millrace.evaluator.fused.Strict.nary;
import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.number;

import dev.millrace.expression.Expression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.NumberExpression.Absolute;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.NumberExpression.Largest;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.expression.NumberExpression.Negate;
import dev.millrace.expression.NumberExpression.Remainder;
import dev.millrace.expression.NumberExpression.Round;
import dev.millrace.expression.NumberExpression.Smallest;
import dev.millrace.expression.NumberExpression.Subtract;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Numbers;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.List;
import java.util.function.BinaryOperator;

/// Closures of expressions over numbers.
///
/// @param closures makes the closures of operands
record NumberClosures(Closures closures) {
  Closure of(NumberExpression self) {
    return switch (self) {
      case Add(var of) -> nary(self, closures.all(of), values -> fold(values, Numbers::add));
      case Multiply(var of) ->
          nary(self, closures.all(of), values -> fold(values, Numbers::multiply));
      case Subtract(var left, var minus) ->
          binary(
              self,
              closures.of(left),
              closures.of(minus),
              (a, b) -> Numbers.subtract(number(a), number(b)));
      case Divide(var left, var by, var scale, var mode) ->
          binary(
              self,
              closures.of(left),
              closures.of(by),
              (a, b) -> Numbers.divide(number(a), number(b), scale, mode));
      case Remainder(var left, var by) ->
          binary(
              self,
              closures.of(left),
              closures.of(by),
              (a, b) -> Numbers.remainder(number(a), number(b)));
      case Round(var n, var scale, var mode) ->
          unary(self, closures.of(n), v -> Numbers.round(number(v), scale, mode));
      case Absolute(var n) -> unary(self, closures.of(n), v -> number(v).absolute());
      case Negate(var n) -> unary(self, closures.of(n), v -> number(v).negate());
      case Smallest(var of) -> extreme(self, of, -1);
      case Largest(var of) -> extreme(self, of, 1);
    };
  }

  private static Decimal fold(Value[] values, BinaryOperator<Decimal> operator) {
    Decimal result = number(values[0]);
    for (int i = 1; i < values.length; i++) {
      result = operator.apply(result, number(values[i]));
    }
    return result;
  }

  private Closure extreme(Expression self, List<Expression> of, int sign) {
    Closure[] operands = closures.all(of);
    return (item, variables) -> {
      Value[] values = new Value[operands.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = operands[i].of(item, variables);
      }
      try {
        return extreme(values, sign);
      } catch (EvaluationException failed) {
        throw failed.at(self);
      }
    };
  }

  private static Value extreme(Value[] values, int sign) {
    Value best = Null.NULL;
    for (Value value : values) {
      if (!value.isNull()
          && (best.isNull() || Integer.signum(number(value).compareTo(best)) == sign)) {
        best = number(value);
      }
    }
    return best;
  }
}
