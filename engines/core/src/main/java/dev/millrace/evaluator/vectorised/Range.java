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

  /// How many bits an unsigned number has.
  static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }
}
