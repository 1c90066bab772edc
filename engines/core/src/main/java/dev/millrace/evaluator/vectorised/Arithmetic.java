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
import dev.millrace.vector.Coded;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arithmetic on longs of one scale, one loop for each operator. Where an operand is of another
/// form, or a result would not fit, all values are computed again, one by one and exactly.
///
/// @param operands the operands, at least one
/// @param operator what is done with the first two, then with that and the third, and so on
/// @param exact the same for any values
record Arithmetic(List<Kernel> operands, Operator operator, Function exact) implements Kernel {
  /// An operator on longs.
  @FunctionalInterface
  interface Operator {
    /// Computes results.
    ///
    /// @param into where they go, one for each item; may be the left operand's column
    /// @return them, or null when one does not fit, or there is none
    @Nullable Operand of(Operand left, Operand right, long[] into, int size);
  }

  /// The operator of an expression, or null when it has no loop.
  static @Nullable Operator operator(NumberExpression expression) {
    return switch (expression) {
      case Add _ -> Sums::add;
      case Subtract _ -> Sums::subtract;
      case Multiply _ -> Products::multiply;
      case Remainder _ -> Remainders::of;
      case Absolute _, Negate _, Divide _, Round _, Smallest _, Largest _ -> null;
    };
  }

  @Override
  public Vector of(Batch batch) {
    var values = new Vector[operands.size()];
    boolean hasColumn = false;
    for (int i = 0; i < values.length; i++) {
      Vector value = operands.get(i).of(batch);
      values[i] = value instanceof Coded ? Lifted.spread(value, batch.size()) : value;
      hasColumn |= values[i] instanceof Numbers;
    }
    Operand result = hasColumn ? folded(values, batch) : null;
    return result == null || result.column() == null
        ? Lifted.of(exact, values, batch.size())
        : new Numbers(result.column(), result.scale(), result.hasNulls());
  }

  private @Nullable Operand folded(Vector[] values, Batch batch) {
    Operand result = Operand.of(values[0]);
    long[] into = values.length == 1 ? null : batch.longs();
    for (int i = 1; into != null && i < values.length && result != null; i++) {
      Operand next = Operand.of(values[i]);
      result = next == null ? null : operator.of(result, next, into, batch.size());
    }
    return result;
  }
}
