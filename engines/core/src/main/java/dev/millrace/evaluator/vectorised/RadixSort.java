package dev.millrace.evaluator.vectorised;

/// Sorts longs by their upper bits, thirteen at the most in a pass, the lowest first. Stable.
///
/// O(n) for each pass.
///
/// @param numbers the numbers
/// @param spare an array of the same length, which is overwritten where the numbers are sorted
/// @param from the place of the first number that is sorted
/// @param to the place behind the last
@SuppressWarnings("ArrayRecordComponent") // never compared
record RadixSort(long[] numbers, long[] spare, int from, int to) {
  private static final int MOST_BITS = 13;

  /// Sorts the numbers, none of them negative, by all bits from one on.
  void sort(int low) {
    var range = Range.of(numbers, from, to);
    long least = range.least() >>> low << low;
    int high = Range.bits(range.most() - least);
    int passes = Math.max(0, Math.ceilDiv(high - low, MOST_BITS));
    long[] source = numbers;
    long[] target = spare;
    int shift = low;
    for (int pass = passes; pass > 0; pass--) {
      int bits = Math.ceilDiv(high - shift, pass);
      new Pass(least, shift, (1 << bits) - 1).distribute(source, target, from, to);
      shift += bits;
      long[] sorted = target;
      target = source;
      source = sorted;
    }
    if (passes % 2 == 1) {
      System.arraycopy(spare, from, numbers, from, to - from);
    }
  }

  /// A pass.
  ///
  /// @param least what the bits are those of a number without
  /// @param shift the lowest of the bits
  /// @param mask one for each
  private record Pass(long least, int shift, int mask) {
    void distribute(long[] source, long[] target, int from, int to) {
      var places = new int[mask + 2];
      for (int i = from; i < to; i++) {
        places[digit(source[i]) + 1]++;
      }
      places[0] = from;
      for (int i = 1; i < places.length; i++) {
        places[i] += places[i - 1];
      }
      for (int i = from; i < to; i++) {
        target[places[digit(source[i])]++] = source[i];
      }
    }

    private int digit(long number) {
      return (int) ((number - least) >>> shift) & mask;
    }
  }
}
