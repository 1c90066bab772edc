package dev.millrace.evaluator.vectorised;

import java.util.Arrays;
import java.util.List;

/// A stable sort by keys of any kind as sorts of longs: the leading bits of a key and the place of
/// its item in one long, so that the library's sort of primitives, which compares and moves nothing
/// but them, does the work. Ties are sorted by the bits that follow.
///
/// Work O(n log n) for each level that is needed to tell items apart.
///
/// @param levels the keys
record LongSort(List<SortLevel> levels) {
  /// The indices of items in their order.
  int[] order(int size) {
    var order = new int[size];
    Arrays.setAll(order, i -> i);
    sort(order, 0, size, 0);
    return order;
  }

  private void sort(int[] order, int from, int to, int level) {
    int size = to - from;
    if (size < 2 || level == levels.size()) {
      return;
    }
    SortLevel key = levels.get(level);
    var keys = new long[size];
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < size; i++) {
      keys[i] = key.of(order[from + i]);
      least = Math.min(least, keys[i]);
      most = Math.max(most, keys[i]);
    }
    if (least == most) {
      sort(order, from, to, level + 1);
      return;
    }
    int placeBits = bits(size - 1);
    int dropped = Math.max(0, bits(most - least) + placeBits - (Long.SIZE - 1));
    for (int i = 0; i < size; i++) {
      keys[i] = (((keys[i] - least) >>> dropped) << placeBits) | i;
    }
    Arrays.sort(keys);
    permute(order, from, keys, (1L << placeBits) - 1);
    sortTies(order, from, keys, placeBits, dropped > 0 ? level : level + 1);
  }

  private static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  private static void permute(int[] order, int from, long[] sorted, long placeMask) {
    int[] before = Arrays.copyOfRange(order, from, from + sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      order[from + i] = before[(int) (sorted[i] & placeMask)];
    }
  }

  /// Sorts each run of items with equal bits by what follows.
  private void sortTies(int[] order, int from, long[] sorted, int placeBits, int level) {
    int begin = 0;
    for (int i = 1; i <= sorted.length; i++) {
      boolean ends = i == sorted.length || sorted[i] >>> placeBits != sorted[begin] >>> placeBits;
      if (ends) {
        if (i - begin > 1) {
          sort(order, from + begin, from + i, level);
        }
        begin = i;
      }
    }
  }
}
