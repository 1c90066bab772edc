package dev.millrace.function;

import dev.millrace.expression.Expression;
import org.jspecify.annotations.Nullable;

/// An expression has no value for an item: a text that should be a number, a division by zero. The
/// innermost expression that failed is noted on the way out.
public final class EvaluationException extends RuntimeException {
  private @Nullable Expression where;

  /// An exception that says what is wrong with a value.
  public EvaluationException(String message) {
    super(message, null, false, false);
  }

  /// Notes the expression that failed, unless one further inside did already.
  public EvaluationException at(Expression expression) {
    if (where == null) {
      where = expression;
    }
    return this;
  }

  /// The innermost expression that failed, null when none was noted.
  public @Nullable Expression where() {
    return where;
  }
}
