package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.feed.Item;
import dev.millrace.value.Value;

/// An expression that has no code of its own, evaluated as the fused evaluator does: over an item
/// that holds nothing but its operands. Used by one thread at a time.
final class RowCall {
  private final Value[] operands;
  private final Item item;
  private final RowExpression.Evaluation evaluation;

  /// An expression.
  ///
  /// @param width how many operands it has
  RowCall(RowExpression expression, int width) {
    operands = new Value[width];
    // Its values change from call to call: nobody keeps it.
    item = new Item(0, operands);
    evaluation = expression.begin();
  }

  /// Sets an operand.
  void set(int index, Value value) {
    operands[index] = value;
  }

  /// The expression's value for the operands that were set last.
  Value value() {
    return evaluation.of(item);
  }
}
