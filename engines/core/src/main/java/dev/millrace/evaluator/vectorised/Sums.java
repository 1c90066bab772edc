package dev.millrace.evaluator.vectorised;

import org.jspecify.annotations.Nullable;

/// Sums and differences of longs.
final class Sums {
  /*
   * In `failed` the highest bit is set once a sum overflows (its sign differs from those of both
   * operands) or is what stands for null (the only negative number that is its own negation). So
   * the loops have no branch, and the compiler makes vector instructions of them; whether all went
   * well is asked once, behind the loop.
   */
  private Sums() {}

  /// The sums; null when one does not fit.
  static @Nullable Operand add(Operand left, Operand right, long[] sums, int size) {
    boolean isSwapped = left.column() == null;
    Operands both = Operands.aligned(isSwapped ? right : left, isSwapped ? left : right, size);
    if (both == null) {
      return null;
    }
    long[] a = both.left().each(size);
    long[] b = both.right().column();
    if (both.hasNulls()) {
      return both.result(sums, sumsOrNull(a, both.right().each(size), sums, size));
    }
    return both.result(
        sums, b == null ? sums(a, both.right().constant(), sums, size) : sums(a, b, sums, size));
  }

  /// The differences; null when one does not fit.
  static @Nullable Operand subtract(Operand left, Operand right, long[] differences, int size) {
    if (right.column() == null) {
      return add(left, right.negated(), differences, size);
    }
    Operands both = Operands.aligned(left, right, size);
    if (both == null) {
      return null;
    }
    long[] a = both.left().each(size);
    long[] b = both.right().each(size);
    return both.result(
        differences,
        both.hasNulls()
            ? differencesOrNull(a, b, differences, size)
            : differences(a, b, differences, size));
  }

  private static long sums(long[] a, long b, long[] sums, int size) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long sum = a[i] + b;
      failed |= ((a[i] ^ sum) & (b ^ sum)) | (sum & -sum);
      sums[i] = sum;
    }
    return failed;
  }

  private static long sums(long[] a, long[] b, long[] sums, int size) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long sum = a[i] + b[i];
      failed |= ((a[i] ^ sum) & (b[i] ^ sum)) | (sum & -sum);
      sums[i] = sum;
    }
    return failed;
  }

  private static long sumsOrNull(long[] a, long[] b, long[] sums, int size) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long none = Nulls.either(a[i], b[i]);
      long sum = a[i] + b[i];
      failed |= (((a[i] ^ sum) & (b[i] ^ sum)) | (sum & -sum)) & ~none;
      sums[i] = Nulls.where(none, sum);
    }
    return failed;
  }

  private static long differences(long[] a, long[] b, long[] differences, int size) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long difference = a[i] - b[i];
      failed |= ((a[i] ^ b[i]) & (a[i] ^ difference)) | (difference & -difference);
      differences[i] = difference;
    }
    return failed;
  }

  private static long differencesOrNull(long[] a, long[] b, long[] differences, int size) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long none = Nulls.either(a[i], b[i]);
      long difference = a[i] - b[i];
      failed |= (((a[i] ^ b[i]) & (a[i] ^ difference)) | (difference & -difference)) & ~none;
      differences[i] = Nulls.where(none, difference);
    }
    return failed;
  }
}
