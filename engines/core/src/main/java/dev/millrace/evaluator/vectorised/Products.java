package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Numbers;
import org.jspecify.annotations.Nullable;

/// Products of longs.
final class Products {
  private Products() {}

  /// The products; null when one does not fit.
  static @Nullable Operand multiply(Operand left, Operand right, long[] products, int size) {
    int scale = left.scale() + right.scale();
    if (scale > Numbers.LARGEST_SCALE) {
      return null;
    }
    boolean hasNulls = left.hasNulls() || right.hasNulls();
    boolean isDone =
        bits(left, size) + bits(right, size) < Long.SIZE - 1
            ? unchecked(left, right, products, size)
            : checked(left.each(size), right.each(size), products, size);
    return isDone ? new Operand(products, 0, scale, hasNulls) : null;
  }

  /// How many bits the largest number has, its sign left out.
  private static int bits(Operand operand, int size) {
    long[] column = operand.column();
    long bits = magnitude(operand.constant());
    if (column != null && operand.hasNulls()) {
      for (int i = 0; i < size; i++) {
        bits |= magnitude(column[i]) & ~Nulls.is(column[i]);
      }
    } else if (column != null) {
      for (int i = 0; i < size; i++) {
        bits |= magnitude(column[i]);
      }
    }
    return Long.SIZE - Long.numberOfLeadingZeros(bits);
  }

  private static long magnitude(long number) {
    return number ^ number >> (Long.SIZE - 1);
  }

  /// Products all of which fit.
  private static boolean unchecked(Operand left, Operand right, long[] products, int size) {
    long[] a = left.column();
    long[] b = right.column();
    if (left.hasNulls() || right.hasNulls()) {
      productsOrNull(left.each(size), right.each(size), products, size);
    } else if (a == null) {
      products(right.each(size), left.constant(), products, size);
    } else if (b == null) {
      products(a, right.constant(), products, size);
    } else {
      products(a, b, products, size);
    }
    return true;
  }

  private static void products(long[] a, long b, long[] products, int size) {
    for (int i = 0; i < size; i++) {
      products[i] = a[i] * b;
    }
  }

  private static void products(long[] a, long[] b, long[] products, int size) {
    for (int i = 0; i < size; i++) {
      products[i] = a[i] * b[i];
    }
  }

  private static void productsOrNull(long[] a, long[] b, long[] products, int size) {
    for (int i = 0; i < size; i++) {
      products[i] = Nulls.where(Nulls.either(a[i], b[i]), a[i] * b[i]);
    }
  }

  /// Products that may be too large; whether none is.
  private static boolean checked(long[] a, long[] b, long[] products, int size) {
    for (int i = 0; i < size; i++) {
      boolean isNull = Nulls.either(a[i], b[i]) != 0;
      long product = a[i] * b[i];
      if (!isNull && !Numbers.fits(a[i], b[i], product)) {
        return false;
      }
      products[i] = isNull ? Numbers.NULL : product;
    }
    return true;
  }
}
