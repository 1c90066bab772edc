package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Constant;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import java.util.Arrays;

/// The first of two values that is not null. The second is evaluated where the first is null.
///
/// @param first the first
/// @param second the second
record PresentKernel(Kernel first, Kernel second) implements Kernel {
  @Override
  public Vector of(Batch batch) {
    Vector present = first.of(batch);
    byte[] isPresent = isPresent(present, batch.size());
    int[] missing = Selection.places(isPresent, batch.size(), 0);
    if (missing.length == 0) {
      return present;
    }
    if (missing.length == batch.size()) {
      return second.of(batch);
    }
    int[] there = Selection.places(isPresent, batch.size(), 1);
    return Merge.of(isPresent, batch.size())
        .of(present.gather(there, there.length), second.of(batch.at(missing)), there.length);
  }

  /// For each value 1 if it is not null, else 0.
  static byte[] isPresent(Vector vector, int size) {
    var flags = new byte[size];
    switch (vector) {
      case Numbers(var numbers, _, _) -> {
        for (int i = 0; i < size; i++) {
          flags[i] = Condition.flag(numbers[i] != Numbers.NULL);
        }
      }
      case Strings(var strings) -> {
        for (int i = 0; i < size; i++) {
          flags[i] = Condition.flag(strings[i] != null);
        }
      }
      case Constant(var value) -> {
        byte flag = Condition.flag(!value.isNull());
        Arrays.fill(flags, flag);
      }
      default -> {
        for (int i = 0; i < size; i++) {
          flags[i] = Condition.flag(!vector.get(i).isNull());
        }
      }
    }
    return flags;
  }
}
