package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Numbers;
import org.jspecify.annotations.Nullable;

/// Products and remainders of columns of longs.
final class Products {
  private Products() {}

  /// The products; null when one does not fit.
  static @Nullable Numbers multiply(Numbers left, Numbers right, int size) {
    int scale = left.scale() + right.scale();
    if (scale > Numbers.LARGEST_SCALE) {
      return null;
    }
    boolean hasNulls = left.hasNulls() || right.hasNulls();
    long[] a = left.unscaled();
    long[] b = right.unscaled();
    boolean isSmall = !hasNulls && bits(a, size) + bits(b, size) < Long.SIZE - 1;
    long[] products = isSmall ? products(a, b, size) : checked(a, b, size);
    return products == null ? null : new Numbers(products, scale, hasNulls);
  }

  /// How many bits the largest of some numbers has, its sign left out.
  private static int bits(long[] numbers, int size) {
    long bits = 0;
    for (int i = 0; i < size; i++) {
      bits |= numbers[i] ^ numbers[i] >> (Long.SIZE - 1);
    }
    return Long.SIZE - Long.numberOfLeadingZeros(bits);
  }

  private static long[] products(long[] a, long[] b, int size) {
    var products = new long[size];
    for (int i = 0; i < size; i++) {
      products[i] = a[i] * b[i];
    }
    return products;
  }

  private static long @Nullable [] checked(long[] a, long[] b, int size) {
    var products = new long[size];
    for (int i = 0; i < size; i++) {
      if (a[i] == Numbers.NULL || b[i] == Numbers.NULL) {
        products[i] = Numbers.NULL;
      } else {
        products[i] = a[i] * b[i];
        if (!Numbers.fits(a[i], b[i], products[i])) {
          return null;
        }
      }
    }
    return products;
  }

  /// The remainders; null when a divisor is zero or a number does not fit the common scale.
  static @Nullable Numbers remainder(Numbers left, Numbers right, int size) {
    Numbers[] aligned = NumberLoops.aligned(left, right, size);
    if (aligned == null) {
      return null;
    }
    long[] a = aligned[0].unscaled();
    long[] b = aligned[1].unscaled();
    var remainders = new long[size];
    for (int i = 0; i < size; i++) {
      if (a[i] == Numbers.NULL || b[i] == Numbers.NULL) {
        remainders[i] = Numbers.NULL;
      } else if (b[i] == 0) {
        return null;
      } else {
        remainders[i] = a[i] % b[i];
      }
    }
    boolean hasNulls = left.hasNulls() || right.hasNulls();
    return new Numbers(remainders, aligned[0].scale(), hasNulls);
  }
}
