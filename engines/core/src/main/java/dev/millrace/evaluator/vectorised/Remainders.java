package dev.millrace.evaluator.vectorised;

import org.jspecify.annotations.Nullable;

/// Remainders of longs.
final class Remainders {
  private Remainders() {}

  /// The remainders; null when a divisor is zero or a number does not fit the common scale.
  static @Nullable Operand of(Operand left, Operand right, long[] remainders, int size) {
    Operands both = Operands.aligned(left, right, size);
    if (both == null) {
      return null;
    }
    long[] a = both.left().each(size);
    if (both.right().column() != null) {
      return both.result(remainders, each(a, both.right().each(size), remainders, size));
    }
    if (both.right().constant() == 0) {
      return null;
    }
    Divisor.of(both.right().constant()).remainders(a, remainders, size);
    return both.result(remainders, 0);
  }

  /// Remainders by a divisor each; below zero if one of these is zero.
  private static long each(long[] a, long[] b, long[] remainders, int size) {
    for (int i = 0; i < size; i++) {
      if (b[i] == 0) {
        return -1;
      }
      remainders[i] = Nulls.where(Nulls.either(a[i], b[i]), a[i] % b[i]);
    }
    return 0;
  }
}
