package dev.millrace.evaluator.vectorised;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorts some items of an order: the leading bits of a key and the place of its item in one long,
/// so that nothing but these is compared and moved. Many are sorted by radix, few by the library.
/// Ties are sorted by the bits that follow. Stable; for one thread.
///
/// Work O(n) for each level that is needed to tell items apart while many are equal, O(n log n)
/// then.
final class PartSort {
  /*
   * A level that many of the items need is read once for all of them, one item after another, and
   * kept: its numbers lie close together, while what they are made of lies all over the heap. Levels
   * far behind are not kept, however many there are of them.
   */
  private static final int MANY = 1_024;
  private static final int MOST_KEPT = 8;
  private static final int WORTH_KEEPING = 4;

  private final List<SortLevel> levels;
  private final int[] order;
  private final int from;
  private final int[] items;
  private final long[][] kept = new long[MOST_KEPT][];
  private final int[] wanted = new int[MOST_KEPT];

  /// A sort of the items in an order from one place up to another.
  PartSort(List<SortLevel> levels, int[] order, int from, int to) {
    this.levels = levels;
    this.order = order;
    this.from = from;
    this.items = Arrays.copyOfRange(order, from, to);
  }

  /// Sorts them.
  void sort() {
    var own = new int[items.length];
    Arrays.setAll(own, i -> i);
    sort(own, 0, own.length, 0);
    for (int i = 0; i < own.length; i++) {
      order[from + i] = items[own[i]];
    }
  }

  private void sort(int[] own, int begin, int end, int first) {
    int level = first;
    while (level < levels.size() && !sortBy(level, own, begin, end)) {
      level++;
    }
  }

  /// Sorts items by a level, and those that it does not tell apart by the next ones.
  ///
  /// @return whether it tells any apart; if not, nothing was done
  private boolean sortBy(int level, int[] own, int begin, int end) {
    long[] keys = keys(own, begin, end, level);
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
    permute(own, begin, sorted, (1L << placeBits) - 1);
    sortTies(own, begin, sorted, dropped > 0 ? level : level + 1);
    return true;
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

  private long[] keys(int[] own, int begin, int end, int level) {
    var keys = new long[end - begin];
    long[] known = level < MOST_KEPT ? known(level, keys.length) : null;
    if (known != null) {
      for (int i = 0; i < keys.length; i++) {
        keys[i] = known[own[begin + i]];
      }
      return keys;
    }
    var some = new int[keys.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = items[own[begin + i]];
    }
    levels.get(level).read(some, 0, keys);
    return keys;
  }

  /// A level's numbers of all items if it has been wanted for many of them.
  private long @Nullable [] known(int level, int count) {
    wanted[level] = Math.min(items.length, wanted[level] + count);
    if (kept[level] == null && wanted[level] >= items.length / WORTH_KEEPING) {
      var numbers = new long[items.length];
      levels.get(level).read(items, 0, numbers);
      kept[level] = numbers;
    }
    return kept[level];
  }

  private static long[] sorted(long[] keys, int low, int high) {
    if (keys.length >= MANY) {
      return RadixSort.sorted(keys, low, high);
    }
    Arrays.sort(keys);
    return keys;
  }

  private static void permute(int[] own, int begin, long[] sorted, long placeMask) {
    int[] before = Arrays.copyOfRange(own, begin, begin + sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      own[begin + i] = before[(int) (sorted[i] & placeMask)];
    }
  }

  /// Sorts each run of items with equal bits by what follows.
  private void sortTies(int[] own, int begin, long[] sorted, int level) {
    int placeBits = Range.bits(sorted.length - 1);
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      boolean ends = i == sorted.length || sorted[i] >>> placeBits != sorted[first] >>> placeBits;
      if (ends) {
        if (i - first > 1) {
          sort(own, begin + first, begin + i, level);
        }
        first = i;
      }
    }
  }
}
