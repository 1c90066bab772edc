package dev.millrace.evaluator.vectorised;

import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Value;
import dev.millrace.vector.Vector;
import java.util.ArrayList;

/// An expression without loops of its own: its operands are columns, and it is evaluated for one
/// item after another, as the fused evaluator does.
record PerValue(RowExpression expression, int width) implements Function {
  /// An expression all of whose operands are always evaluated.
  static PerValue of(Expression expression) {
    var columns = new ArrayList<Column>();
    Expression overFields =
        Construct.rebuilt(
            expression,
            _ -> {
              String name = "" + columns.size();
              columns.add(new Column(name, Type.ANY));
              return new Field(name);
            });
    return new PerValue(RowExpression.of(overFields, new Schema(columns)), columns.size());
  }

  @Override
  public Vector of(Vector[] operands, int size) {
    var scratch = new Value[width];
    // The one place where the values of an item change: nobody keeps it.
    var item = new Item(0, scratch);
    RowExpression.Evaluation evaluation = expression.begin();
    var values = new Value[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < width; j++) {
        scratch[j] = operands[j].get(i);
      }
      values[i] = evaluation.of(item);
    }
    return Vector.typed(values);
  }
}
