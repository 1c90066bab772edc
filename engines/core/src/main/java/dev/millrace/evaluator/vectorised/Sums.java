package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Numbers;
import org.jspecify.annotations.Nullable;

/// Sums and differences of columns of longs.
final class Sums {
  private Sums() {}

  /// The sums; null when one does not fit.
  static @Nullable Numbers add(Numbers left, Numbers right, int size) {
    return combined(left, right, size, 1);
  }

  /// The differences; null when one does not fit.
  static @Nullable Numbers subtract(Numbers left, Numbers right, int size) {
    return combined(left, right, size, -1);
  }

  private static @Nullable Numbers combined(Numbers left, Numbers right, int size, int sign) {
    Numbers[] aligned = NumberLoops.aligned(left, right, size);
    if (aligned == null) {
      return null;
    }
    boolean hasNulls = left.hasNulls() || right.hasNulls();
    long[] a = aligned[0].unscaled();
    long[] b = aligned[1].unscaled();
    long[] sums =
        hasNulls ? orNull(a, b, size, sign) : sign > 0 ? sums(a, b, size) : differences(a, b, size);
    return sums == null ? null : new Numbers(sums, aligned[0].scale(), hasNulls);
  }

  /*
   * In `failed` the highest bit is set once a sum overflows (its sign differs from those of both
   * operands) or is what stands for null (the only negative number that is its own negation). So
   * the loops have no branch, and the compiler makes vector instructions of them.
   */
  private static long @Nullable [] sums(long[] a, long[] b, int size) {
    var sums = new long[size];
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long sum = a[i] + b[i];
      sums[i] = sum;
      failed |= ((a[i] ^ sum) & (b[i] ^ sum)) | (sum & -sum);
    }
    return failed < 0 ? null : sums;
  }

  private static long @Nullable [] differences(long[] a, long[] b, int size) {
    var differences = new long[size];
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long difference = a[i] - b[i];
      differences[i] = difference;
      failed |= ((a[i] ^ b[i]) & (a[i] ^ difference)) | (difference & -difference);
    }
    return failed < 0 ? null : differences;
  }

  private static long @Nullable [] orNull(long[] a, long[] b, int size, int sign) {
    var sums = new long[size];
    long failed = 0;
    for (int i = 0; i < size; i++) {
      if (a[i] == Numbers.NULL || b[i] == Numbers.NULL) {
        sums[i] = Numbers.NULL;
      } else {
        long addend = sign * b[i];
        long sum = a[i] + addend;
        sums[i] = sum;
        failed |= ((a[i] ^ sum) & (addend ^ sum)) | (sum & -sum);
      }
    }
    return failed < 0 ? null : sums;
  }
}
