package dev.millrace.evaluator.vectorised;

import java.math.BigInteger;

/// A divisor of many numbers, by which nothing is divided: a division of longs takes as long as
/// some ten multiplications.
///
/// After Granlund, Montgomery, "Division by invariant integers using multiplication" (PLDI 1994),
/// figure 5.2.
sealed interface Divisor {
  /// The remainders of the first of some numbers, each with its number's sign; null for null.
  ///
  /// @param into where they go; may be the same array
  void remainders(long[] numbers, long[] into, int size);

  /// A divisor that is not zero; its sign does not matter.
  static Divisor of(long divisor) {
    long magnitude = Math.abs(divisor);
    return Long.bitCount(magnitude) == 1 ? new PowerOfTwo(magnitude - 1) : Other.of(magnitude);
  }

  /// The lower bits of a number; for one below zero, of what it is above a multiple, as much less.
  ///
  /// @param mask the divisor less one
  record PowerOfTwo(long mask) implements Divisor {
    @Override
    public void remainders(long[] numbers, long[] into, int size) {
      for (int i = 0; i < size; i++) {
        long number = numbers[i];
        long bias = (number >> (Long.SIZE - 1)) & mask;
        into[i] = Nulls.where(Nulls.is(number), ((number + bias) & mask) - bias);
      }
    }
  }

  /// A quotient is the upper half of a product with the inverse.
  ///
  /// @param divisor above 2
  /// @param inverse 2^(64 + `shift`) / `divisor`, rounded up, less 2^64
  /// @param shift by how many bits the quotient is smaller
  record Other(long divisor, long inverse, int shift) implements Divisor {
    static Other of(long divisor) {
      int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(divisor - 1);
      BigInteger power = BigInteger.TWO.pow(Long.SIZE + shift);
      long inverse = power.divide(BigInteger.valueOf(divisor)).add(BigInteger.ONE).longValue();
      return new Other(divisor, inverse, shift);
    }

    @Override
    public void remainders(long[] numbers, long[] into, int size) {
      for (int i = 0; i < size; i++) {
        long number = numbers[i];
        long below = (number + Math.multiplyHigh(inverse, number)) >> shift;
        long quotient = below - (number >> (Long.SIZE - 1));
        into[i] = Nulls.where(Nulls.is(number), number - quotient * divisor);
      }
    }
  }
}
