package dev.millrace.evaluator.vectorised;

/// Between which two numbers some lie.
///
/// @param least the smallest
/// @param most the largest
record Range(long least, long most) {
  /// The range of some numbers, from one place up to another.
  static Range of(long[] numbers, int from, int to) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      least = Math.min(least, numbers[i]);
      most = Math.max(most, numbers[i]);
    }
    return new Range(least, most);
  }

  /// How far the largest is from the smallest, unsigned.
  long size() {
    return most - least;
  }

  /// Codes for the numbers, as exact as so many bits can be.
  ///
  /// @param bits at least 1
  Codes codes(int bits) {
    int dropped = Math.max(0, bits(size()) - bits);
    while (bits((most >> dropped) - (least >> dropped)) > bits) {
      dropped++;
    }
    return new Codes(least >> dropped, dropped);
  }

  /// Codes that are in the order of the numbers. Numbers with the same code have the same leading
  /// bits.
  ///
  /// @param least the smallest number without the bits that are dropped
  /// @param dropped how many of the lowest bits are
  record Codes(long least, int dropped) {
    /// The code of a number.
    long of(long number) {
      return (number >> dropped) - least;
    }
  }

  /// How many bits an unsigned number has.
  static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }
}
