package dev.millrace.evaluator.vectorised;

import java.util.Arrays;
import java.util.List;

/// Sorts parts of an order of items: the leading bits of a key and the place of its item in one
/// long, so that nothing but these is compared and moved. Many are sorted by radix, few by the
/// library. Ties are sorted by the bits that follow. Stable.
///
/// Work O(n) for each level that is needed to tell items apart while many are equal, O(n log n)
/// then.
///
/// @param levels the keys
/// @param order the indices of items; threads may sort parts of it that have nothing in common
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartSort(List<SortLevel> levels, int[] order) {
  private static final int MANY = 1_024;

  /// Sorts the items from one place up to another.
  void sort(int from, int to) {
    sort(from, to, 0);
  }

  private void sort(int from, int to, int first) {
    int level = first;
    while (level < levels.size() && !sortBy(level, from, to)) {
      level++;
    }
  }

  /// Sorts items by a level, and those that it does not tell apart by the next ones.
  ///
  /// @return whether it tells any apart; if not, nothing was done
  private boolean sortBy(int level, int from, int to) {
    var keys = new long[to - from];
    levels.get(level).read(order, from, keys);
    var range = Range.of(keys);
    if (range.size() == 0) {
      return false;
    }
    int placeBits = Range.bits(keys.length - 1);
    int dropped = Math.max(0, Range.bits(range.size()) + placeBits - (Long.SIZE - 1));
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (((keys[i] - range.least()) >>> dropped) << placeBits) | i;
    }
    long[] sorted = sorted(keys, placeBits, placeBits + Range.bits(range.size() >>> dropped));
    permute(from, sorted, (1L << placeBits) - 1);
    sortTies(from, sorted, dropped > 0 ? level : level + 1);
    return true;
  }

  private static long[] sorted(long[] keys, int low, int high) {
    if (keys.length >= MANY) {
      return RadixSort.sorted(keys, low, high);
    }
    Arrays.sort(keys);
    return keys;
  }

  private void permute(int from, long[] sorted, long placeMask) {
    int[] before = Arrays.copyOfRange(order, from, from + sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      order[from + i] = before[(int) (sorted[i] & placeMask)];
    }
  }

  /// Sorts each run of items with equal bits by what follows.
  private void sortTies(int from, long[] sorted, int level) {
    int placeBits = Range.bits(sorted.length - 1);
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      boolean ends = i == sorted.length || sorted[i] >>> placeBits != sorted[first] >>> placeBits;
      if (ends) {
        if (i - first > 1) {
          sort(from + first, from + i, level);
        }
        first = i;
      }
    }
  }

  /// What numbers lie between.
  ///
  /// @param least the smallest
  /// @param most the largest
  record Range(long least, long most) {
    /// The range of some numbers, none negative.
    static Range of(long[] numbers) {
      long least = Long.MAX_VALUE;
      long most = 0;
      for (long number : numbers) {
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
      return new Range(least, most);
    }

    /// How far the largest is from the smallest.
    long size() {
      return most - least;
    }

    /// How many bits a number has.
    static int bits(long number) {
      return Long.SIZE - Long.numberOfLeadingZeros(number);
    }
  }
}
