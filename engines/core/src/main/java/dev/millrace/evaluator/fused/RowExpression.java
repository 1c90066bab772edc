package dev.millrace.evaluator.fused;

import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.value.Value;
import java.util.List;

/// An expression as a closure, for evaluators that have no better form of it. Immutable.
public final class RowExpression {
  private final Closure closure;
  private final int depth;

  private RowExpression(Closure closure, int depth) {
    this.closure = closure;
    this.depth = depth;
  }

  /// An expression over items of a schema.
  public static RowExpression of(Expression expression, Schema schema) {
    Closure closure = new Closures(schema, List.of()).of(expression);
    return new RowExpression(closure, Closures.depth(expression));
  }

  /// Makes room for the variables of items to come.
  public Evaluation begin() {
    var variables = new Value[depth];
    return item -> closure.of(item, variables);
  }

  /// Evaluates an expression item by item. Used by one thread at a time.
  @FunctionalInterface
  public interface Evaluation {
    /// The expression's value.
    ///
    /// @throws dev.millrace.function.EvaluationException if it has none
    Value of(Item item);
  }
}
