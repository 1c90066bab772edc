package dev.millrace.expression;

import dev.millrace.value.Value;
import java.util.List;

/// Expressions that name values and choose between them.
public sealed interface BasicExpression extends Expression {
  /// A constant.
  ///
  /// @param literal the constant
  record Literal(Value literal) implements BasicExpression {}

  /// The item's value in a field.
  ///
  /// @param field the field's name
  record Field(String field) implements BasicExpression {}

  /// The value of `in`, where the variable named `let` stands for the value of `be`.
  ///
  /// @param let the variable's name; it hides an outer variable of that name
  /// @param be the value it stands for, evaluated once
  /// @param in the expression that may use it
  record Let(String let, Expression be, Expression in) implements BasicExpression {}

  /// The value of a variable that an enclosing `let`, `scan` or expression over a list's elements
  /// names.
  ///
  /// @param variable the variable's name
  record Variable(String variable) implements BasicExpression {}

  /// One of two values; only the chosen one is evaluated. A null condition counts as false.
  ///
  /// @param condition chooses
  /// @param then the value when the condition is true
  /// @param otherwise the value when it is not
  record If(Expression condition, Expression then, Expression otherwise)
      implements BasicExpression {}

  /// The first value that is not null, null when all are; later ones are not evaluated.
  ///
  /// @param of the candidates, at least one
  record Coalesce(List<Expression> of) implements BasicExpression {}
}
