package dev.millrace.evaluator.fused;

import dev.millrace.expression.Expression;
import dev.millrace.function.EvaluationException;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.function.Function;

/// Closures of functions that give null where an operand is null.
final class Strict {
  private Strict() {}

  /// A function of one value that is not null.
  @FunctionalInterface
  interface Unary {
    /// The result.
    Value of(Value operand);
  }

  /// A function of two values that are not null.
  @FunctionalInterface
  interface Binary {
    /// The result.
    Value of(Value left, Value right);
  }

  /// A function of three values that are not null.
  @FunctionalInterface
  interface Ternary {
    /// The result.
    Value of(Value first, Value second, Value third);
  }

  /// A function of one operand.
  static Closure unary(Expression self, Closure operand, Unary function) {
    return (item, variables) -> {
      Value value = operand.of(item, variables);
      if (value.isNull()) {
        return Null.NULL;
      }
      try {
        return function.of(value);
      } catch (EvaluationException failed) {
        throw failed.at(self);
      }
    };
  }

  /// A function of two operands, the left one evaluated first.
  static Closure binary(Expression self, Closure left, Closure right, Binary function) {
    return (item, variables) -> {
      Value a = left.of(item, variables);
      Value b = right.of(item, variables);
      if (a.isNull() || b.isNull()) {
        return Null.NULL;
      }
      try {
        return function.of(a, b);
      } catch (EvaluationException failed) {
        throw failed.at(self);
      }
    };
  }

  /// A function of three operands, evaluated from left to right.
  static Closure ternary(
      Expression self, Closure first, Closure second, Closure third, Ternary function) {
    return (item, variables) -> {
      Value a = first.of(item, variables);
      Value b = second.of(item, variables);
      Value c = third.of(item, variables);
      if (a.isNull() || b.isNull() || c.isNull()) {
        return Null.NULL;
      }
      try {
        return function.of(a, b, c);
      } catch (EvaluationException failed) {
        throw failed.at(self);
      }
    };
  }

  /// A function of any number of operands, all evaluated from left to right before it is applied.
  static Closure nary(Expression self, Closure[] operands, Function<Value[], Value> function) {
    return (item, variables) -> {
      Value[] values = new Value[operands.length];
      boolean anyNull = false;
      for (int i = 0; i < operands.length; i++) {
        values[i] = operands[i].of(item, variables);
        anyNull |= values[i].isNull();
      }
      if (anyNull) {
        return Null.NULL;
      }
      try {
        return function.apply(values);
      } catch (EvaluationException failed) {
        throw failed.at(self);
      }
    };
  }
}
