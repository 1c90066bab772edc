package dev.millrace.evaluator.vectorised;

import dev.millrace.function.Require;
import dev.millrace.value.Bool;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Vector;
import java.util.Arrays;

/// A condition over a batch, where null counts as false.
///
/// @param kernel the condition's value
record Condition(Kernel kernel) {
  /// For each item a byte whose lowest bit is set if the condition is true; the array may be
  /// longer, and is not changed.
  byte[] of(Batch batch) {
    return flags(kernel.of(batch), batch.size());
  }

  private static byte[] flags(Vector vector, int size) {
    return switch (vector) {
      case Flags(var flags) -> flags;
      case Constant(var value) -> {
        var flags = new byte[size];
        Arrays.fill(flags, (byte) (Require.isTrue(value) ? 1 : 0));
        yield flags;
      }
      default -> {
        var flags = new byte[size];
        for (int i = 0; i < size; i++) {
          flags[i] = (byte) (Require.isTrue(vector.get(i)) ? 1 : 0);
        }
        yield flags;
      }
    };
  }

  /// A vector of booleans that are never null.
  static Flags booleans(byte[] flags) {
    return new Flags(flags);
  }

  /// What stands for a boolean.
  static byte flag(boolean value) {
    return (byte) (value ? 1 : 0);
  }

  /// Whether a vector's booleans are all of one value.
  static Vector constant(boolean value) {
    return new Constant(Bool.of(value));
  }
}
