package dev.millrace.evaluator.vectorised;

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
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Loops over numbers that are longs of one scale. Where an operand is of another form, or a result
/// would not fit, the values are computed one by one.
final class NumberLoops {
  private NumberLoops() {}

  /// The loops of an expression.
  static Function of(NumberExpression expression) {
    Function exact = PerValue.of(expression);
    return switch (expression) {
      case Add _ -> folded(Sums::add, exact);
      case Subtract _ -> folded(Sums::subtract, exact);
      case Multiply _ -> folded(Products::multiply, exact);
      case Remainder _ -> folded(Products::remainder, exact);
      case Absolute _, Negate _, Divide _, Round _, Smallest _, Largest _ -> exact;
    };
  }

  /// An operation on two columns of numbers, or a column and a constant.
  @FunctionalInterface
  interface Operation {
    /// The results; null when one does not fit, or there is none.
    @Nullable Numbers of(Numbers left, Numbers right, int size);
  }

  private static Function folded(Operation operation, Function exact) {
    return (operands, size) -> {
      Numbers result = numbers(operands[0], size);
      for (int i = 1; i < operands.length && result != null; i++) {
        Numbers next = numbers(operands[i], size);
        result = next == null ? null : operation.of(result, next, size);
      }
      return result == null ? exact.of(operands, size) : result;
    };
  }

  /// A vector as longs of one scale, or null when it has no such form.
  static @Nullable Numbers numbers(Vector vector, int size) {
    return switch (vector) {
      case Numbers numbers -> numbers;
      case Constant(var value) -> constant(value, size);
      default -> null;
    };
  }

  private static @Nullable Numbers constant(Value value, int size) {
    if (!(value instanceof Decimal number)
        || !number.isCompact()
        || number.unscaled() == Numbers.NULL) {
      return null;
    }
    var repeated = new long[size];
    Arrays.fill(repeated, number.unscaled());
    return new Numbers(repeated, number.scale(), false);
  }

  /// Two columns in one scale; null when a number does not fit it.
  static Numbers @Nullable [] aligned(Numbers left, Numbers right, int size) {
    int scale = Math.max(left.scale(), right.scale());
    Numbers first = left.scaled(scale, size);
    Numbers second = right.scaled(scale, size);
    return first == null || second == null ? null : new Numbers[] {first, second};
  }
}
