package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Numbers;

/// Nulls among longs, without a branch.
final class Nulls {
  private Nulls() {}

  /// All bits if a number is [Numbers#NULL], else none.
  static long is(long number) {
    // It is the only number whose lowest bit that is set is the highest.
    return (number & -number) >> (Long.SIZE - 1);
  }

  /// All bits if one of two numbers is null, else none.
  static long either(long a, long b) {
    return is(a) | is(b);
  }

  /// A number, or null.
  ///
  /// @param none all bits for null, else none
  static long where(long none, long number) {
    return (number & ~none) | (Numbers.NULL & none);
  }
}
