package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Flags;
import dev.millrace.vector.Vector;
import java.util.Arrays;
import java.util.List;

/// `and` or `or`: a condition is evaluated only for items that those before it leave undecided, but
/// that one which cannot fail and costs little is evaluated for all as long as many are.
///
/// @param conditions the conditions, at least one
/// @param isUnfailing for each whether it may be evaluated for any item
/// @param isAnd whether all must hold, else one must
record Connective(List<Condition> conditions, List<Boolean> isUnfailing, boolean isAnd)
    implements Kernel {
  private static final int MANY = 4;

  @Override
  public Vector of(Batch batch) {
    int size = batch.size();
    int undecided = isAnd ? 1 : 0;
    var flags = new byte[size];
    Arrays.fill(flags, (byte) undecided);
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      int[] open = Selection.places(flags, size, undecided);
      if (open.length == 0) {
        break;
      }
      if (open.length == size || (isUnfailing.get(i) && MANY * open.length >= size)) {
        combine(flags, condition.of(batch), size);
      } else {
        byte[] decided = condition.of(batch.at(open));
        for (int j = 0; j < open.length; j++) {
          flags[open[j]] = (byte) (decided[j] & 1);
        }
      }
    }
    return new Flags(flags);
  }

  private void combine(byte[] flags, byte[] others, int size) {
    if (isAnd) {
      for (int i = 0; i < size; i++) {
        flags[i] &= others[i];
      }
    } else {
      for (int i = 0; i < size; i++) {
        flags[i] |= (byte) (others[i] & 1);
      }
    }
  }
}
