package dev.millrace.evaluator.vectorised;

/// Sorts longs by some of their bits, eleven at the most in a pass, the lowest first. Stable.
///
/// O(n) for each pass.
///
/// @param numbers the numbers
/// @param spare an array of the same length, which is overwritten where the numbers are sorted
/// @param from the place of the first number that is sorted
/// @param to the place behind the last
@SuppressWarnings("ArrayRecordComponent") // never compared
record RadixSort(long[] numbers, long[] spare, int from, int to) {
  private static final int MOST_BITS = 11;

  /// Sorts the numbers by some bits.
  ///
  /// @param low the lowest bit
  /// @param high the bit behind the highest
  void sort(int low, int high) {
    int passes = Math.ceilDiv(high - low, MOST_BITS);
    long[] source = numbers;
    long[] target = spare;
    int shift = low;
    for (int pass = passes; pass > 0; pass--) {
      int bits = Math.ceilDiv(high - shift, pass);
      distribute(source, target, shift, bits);
      shift += bits;
      long[] sorted = target;
      target = source;
      source = sorted;
    }
    if (passes % 2 == 1) {
      System.arraycopy(spare, from, numbers, from, to - from);
    }
  }

  private void distribute(long[] source, long[] target, int shift, int bits) {
    int mask = (1 << bits) - 1;
    var places = new int[mask + 2];
    for (int i = from; i < to; i++) {
      places[((int) (source[i] >>> shift) & mask) + 1]++;
    }
    places[0] = from;
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    for (int i = from; i < to; i++) {
      target[places[(int) (source[i] >>> shift) & mask]++] = source[i];
    }
  }
}
