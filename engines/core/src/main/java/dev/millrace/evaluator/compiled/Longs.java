package dev.millrace.evaluator.compiled;

import dev.millrace.vector.Numbers;
import java.math.RoundingMode;

/// Exact arithmetic that generated code calls, on longs of which one, [Numbers#NULL], stands for
/// null. It is part of the code that the just-in-time compiler makes of its callers.
///
/// What would leave the range of long, or has no result, is [Unfit]. Methods whose names do not end
/// with `OrNull` are for numbers that are not null, unless they say otherwise.
final class Longs {
  private static final long[] POWERS = powers();

  private Longs() {}

  private static long[] powers() {
    var powers = new long[Numbers.LARGEST_SCALE + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  /// A power of ten, up to 10^18.
  static long power(int exponent) {
    return POWERS[exponent];
  }

  /// The sum.
  static long sum(long a, long b) {
    long sum = a + b;
    if ((((a ^ sum) & (b ^ sum)) | (sum & -sum)) < 0) {
      throw new Unfit();
    }
    return sum;
  }

  /// The sum.
  static long sumOrNull(long a, long b) {
    return a == Numbers.NULL || b == Numbers.NULL ? Numbers.NULL : sum(a, b);
  }

  /// The difference.
  static long difference(long a, long b) {
    long difference = a - b;
    if ((((a ^ b) & (a ^ difference)) | (difference & -difference)) < 0) {
      throw new Unfit();
    }
    return difference;
  }

  /// The difference.
  static long differenceOrNull(long a, long b) {
    return a == Numbers.NULL || b == Numbers.NULL ? Numbers.NULL : difference(a, b);
  }

  /// The product.
  static long product(long a, long b) {
    long product = a * b;
    if (!Numbers.fits(a, b, product)) {
      throw new Unfit();
    }
    return product;
  }

  /// The product.
  static long productOrNull(long a, long b) {
    return a == Numbers.NULL || b == Numbers.NULL ? Numbers.NULL : product(a, b);
  }

  /// The product with a factor, null of null.
  static long scaled(long number, long factor) {
    return number == Numbers.NULL ? Numbers.NULL : product(number, factor);
  }

  /// The remainder, with the sign of what is divided.
  static long remainder(long dividend, long divisor) {
    if (divisor == 0) {
      throw new Unfit();
    }
    return dividend % divisor;
  }

  /// The remainder, with the sign of what is divided.
  static long remainderOrNull(long dividend, long divisor) {
    return dividend == Numbers.NULL || divisor == Numbers.NULL
        ? Numbers.NULL
        : remainder(dividend, divisor);
  }

  /// The quotient, rounded to a whole number; null of null.
  static long quotient(long dividend, long divisor, RoundingMode mode) {
    if (dividend == Numbers.NULL || divisor == Numbers.NULL) {
      return Numbers.NULL;
    }
    if (divisor == 0) {
      throw new Unfit();
    }
    long quotient = dividend / divisor;
    long rest = dividend % divisor;
    if (rest == 0) {
      return quotient;
    }
    boolean isNegative = (dividend ^ divisor) < 0;
    long overHalf = Math.abs(rest) - (Math.abs(divisor) - Math.abs(rest));
    boolean isAway =
        switch (mode) {
          case UP -> true;
          case DOWN -> false;
          case CEILING -> !isNegative;
          case FLOOR -> isNegative;
          case HALF_UP -> overHalf >= 0;
          case HALF_DOWN -> overHalf > 0;
          case HALF_EVEN -> overHalf > 0 || (overHalf == 0 && (quotient & 1) == 1);
          case UNNECESSARY -> throw new Unfit();
        };
    return isAway ? quotient + (isNegative ? -1 : 1) : quotient;
  }

  /// The smaller one; of a number and null the number.
  static long smallest(long a, long b) {
    if (a == Numbers.NULL) {
      return b;
    }
    return b == Numbers.NULL ? a : Math.min(a, b);
  }

  /// The larger one; of a number and null the number.
  static long largest(long a, long b) {
    return Math.max(a, b);
  }
}
