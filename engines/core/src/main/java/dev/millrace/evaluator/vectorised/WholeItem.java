package dev.millrace.evaluator.vectorised;

import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.value.Value;
import dev.millrace.vector.Vector;
import java.util.Set;
import java.util.TreeSet;

/// An expression that is evaluated as a whole for one item after another, as the fused evaluator
/// does. It has no variable that is bound outside of it.
final class WholeItem implements Kernel {
  private final RowExpression expression;
  private final int width;
  private final int[] read;

  WholeItem(Expression expression, Schema schema) {
    this.expression = RowExpression.of(expression, schema);
    this.width = schema.size();
    Set<String> names = new TreeSet<>();
    collect(expression, names);
    this.read = names.stream().mapToInt(schema::indexOf).toArray();
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Field(var name)) {
      names.add(name);
    }
    Construct.children(expression).forEach(child -> collect(child.expression(), names));
  }

  @Override
  public Vector of(Batch batch) {
    var scratch = new Value[width];
    // As in PerValue, nobody keeps this item.
    var item = new Item(0, scratch);
    RowExpression.Evaluation evaluation = expression.begin();
    var values = new Value[batch.size()];
    for (int i = 0; i < values.length; i++) {
      for (int field : read) {
        scratch[field] = batch.value(i, field);
      }
      values[i] = evaluation.of(item);
    }
    return Vector.typed(values);
  }
}
