package dev.millrace.expression;

import dev.millrace.value.Value;
import java.util.List;

/// Expressions that give a boolean from booleans or from the order of values.
///
/// `and`, `or` and `not` take null for false and never give null.
public sealed interface LogicExpression extends Expression {
  /// Whether all operands are true; those after the first that is not are not evaluated.
  ///
  /// @param of the operands
  record And(List<Expression> of) implements LogicExpression {}

  /// Whether some operand is true; those after it are not evaluated.
  ///
  /// @param of the operands
  record Or(List<Expression> of) implements LogicExpression {}

  /// Whether the operand is not true.
  ///
  /// @param of the operand
  record Not(Expression of) implements LogicExpression {}

  /// Whether two values are equal; null equals null only, so this never gives null.
  ///
  /// @param left one value
  /// @param to the other
  record Equal(Expression left, Expression to) implements LogicExpression {}

  /// Whether two values differ; never null.
  ///
  /// @param left one value
  /// @param to the other
  record NotEqual(Expression left, Expression to) implements LogicExpression {}

  /// Whether a value comes before another in the total order.
  ///
  /// @param left the value
  /// @param than the other
  record Less(Expression left, Expression than) implements LogicExpression {}

  /// Whether a value comes before another or equals it.
  ///
  /// @param left the value
  /// @param limit the other
  record AtMost(Expression left, Expression limit) implements LogicExpression {}

  /// Whether a value comes after another in the total order.
  ///
  /// @param left the value
  /// @param than the other
  record Greater(Expression left, Expression than) implements LogicExpression {}

  /// Whether a value comes after another or equals it.
  ///
  /// @param left the value
  /// @param limit the other
  record AtLeast(Expression left, Expression limit) implements LogicExpression {}

  /// Whether a value is null; never null itself.
  ///
  /// @param of the value
  record IsNull(Expression of) implements LogicExpression {}

  /// Whether a value is of a kind; never null itself.
  ///
  /// @param of the value
  /// @param type the kind
  record IsType(Expression of, ValueKind type) implements LogicExpression {}

  /// Whether a value equals one of some constants.
  ///
  /// @param of the value
  /// @param values the constants
  record OneOf(Expression of, List<Value> values) implements LogicExpression {}
}
