package dev.millrace.expression;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions over exact decimal numbers.
public sealed interface NumberExpression extends Expression {
  /// The sum of the operands.
  ///
  /// @param of the operands, at least one
  record Add(List<Expression> of) implements NumberExpression {}

  /// The difference of two numbers.
  ///
  /// @param left what is taken from
  /// @param minus what is taken away
  record Subtract(Expression left, Expression minus) implements NumberExpression {}

  /// The product of the operands.
  ///
  /// @param of the operands, at least one
  record Multiply(List<Expression> of) implements NumberExpression {}

  /// The quotient of two numbers, rounded. Division by zero is an item error.
  ///
  /// @param left what is divided
  /// @param by the divisor
  /// @param scale how many decimals are kept, 6 when absent
  /// @param mode how the last is rounded, half even when absent
  record Divide(
      Expression left, Expression by, @Nullable Integer scale, @Nullable RoundingMode mode)
      implements NumberExpression {}

  /// What is left of a number after division, with that number's sign. Division by zero is an item
  /// error.
  ///
  /// @param left what is divided
  /// @param by the divisor
  record Remainder(Expression left, Expression by) implements NumberExpression {}

  /// A number rounded to a count of decimals.
  ///
  /// @param number the number
  /// @param scale how many decimals are kept, 0 when absent; negative for tens, hundreds and so on
  /// @param mode how the last is rounded, half up when absent
  record Round(Expression number, @Nullable Integer scale, @Nullable RoundingMode mode)
      implements NumberExpression {}

  /// A number without its sign.
  ///
  /// @param number the number
  record Absolute(Expression number) implements NumberExpression {}

  /// A number with the other sign.
  ///
  /// @param number the number
  record Negate(Expression number) implements NumberExpression {}

  /// The smallest of the operands that are not null, null when all are.
  ///
  /// @param of the operands, at least one
  record Smallest(List<Expression> of) implements NumberExpression {}

  /// The largest of the operands that are not null, null when all are.
  ///
  /// @param of the operands, at least one
  record Largest(List<Expression> of) implements NumberExpression {}
}
