package dev.millrace.evaluator.vectorised;

/// Sorts longs by some of their bits, eleven at the most in a pass, the lowest first. Stable.
///
/// O(n) for each pass; it needs as much memory again as the numbers take.
final class RadixSort {
  private static final int MOST_BITS = 11;

  private RadixSort() {}

  /// The numbers in the order of some bits; the array given is left in any order.
  ///
  /// @param from the lowest bit
  /// @param to the bit behind the highest
  static long[] sorted(long[] numbers, int from, int to) {
    int passes = Math.ceilDiv(to - from, MOST_BITS);
    long[] source = numbers;
    long[] target = new long[numbers.length];
    int low = from;
    for (int pass = passes; pass > 0; pass--) {
      int bits = Math.ceilDiv(to - low, pass);
      distribute(source, target, low, bits);
      low += bits;
      long[] sorted = target;
      target = source;
      source = sorted;
    }
    return source;
  }

  private static void distribute(long[] source, long[] target, int low, int bits) {
    int mask = (1 << bits) - 1;
    var places = new int[mask + 2];
    for (long number : source) {
      places[((int) (number >>> low) & mask) + 1]++;
    }
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    for (long number : source) {
      target[places[(int) (number >>> low) & mask]++] = number;
    }
  }
}
