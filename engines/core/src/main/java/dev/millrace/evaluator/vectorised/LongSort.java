package dev.millrace.evaluator.vectorised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stable sort by keys of any kind as sorts of longs: the leading bits of a key and the place of
/// its item in one long, so that nothing but these is compared and moved. Many are sorted by radix,
/// few by the library. Ties are sorted by the bits that follow.
///
/// Work O(n) for each level that is needed to tell items apart while many are equal, O(n log n)
/// then. Once many items are distributed by their leading bits, their parts are sorted each for
/// itself.
///
/// @param levels the keys
record LongSort(List<SortLevel> levels) {
  private static final int MANY = 1_024;
  private static final int PARTED = 1 << 14;
  private static final int PART_BITS = 8;
  private static final int PARTS = 8;

  /// A sort that has begun.
  ///
  /// @param order the indices of items in their order, when all parts have been sorted
  /// @param parts each sorts a part of it; they may run in any order and at the same time
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Begun(int[] order, List<Runnable> parts) {}

  /// The indices of items in their order.
  int[] order(int size) {
    Begun begun = begin(size);
    begun.parts.forEach(Runnable::run);
    return begun.order;
  }

  /// Begins to sort so many items.
  Begun begin(int size) {
    var items = new int[size];
    Arrays.setAll(items, i -> i);
    int level = 0;
    Packed packed = null;
    while (packed == null && size > 1 && level < levels.size()) {
      packed = Packed.of(levels.get(level++), items, 0, size);
    }
    return packed == null ? new Begun(items, List.of()) : begin(packed, items, level);
  }

  private Begun begin(Packed packed, int[] items, int next) {
    int size = items.length;
    var order = new int[size];
    if (size < PARTED) {
      return new Begun(order, List.of(() -> place(packed, items, order, 0, next)));
    }
    int bits = Math.min(PART_BITS, packed.to - packed.from);
    var distributed = new long[size];
    int[] ends = RadixSort.distribute(packed.keys, distributed, packed.to - bits, bits);
    var parts = new ArrayList<Runnable>();
    int from = 0;
    for (int end : ends) {
      if (end - from >= size / PARTS || (end == size && from < end)) {
        int begin = from;
        parts.add(() ->
            place(
                packed.with(Arrays.copyOfRange(distributed, begin, end)),
                items,
                order,
                begin,
                next));
        from = end;
      }
    }
    return new Begun(order, parts);
  }

  /// Sorts keys and puts their items into places from an index on.
  ///
  /// @param next the level behind that of the keys
  private void place(Packed packed, int[] items, int[] order, int from, int next) {
    long[] sorted = packed.sorted();
    long placeMask = (1L << packed.from) - 1;
    for (int i = 0; i < sorted.length; i++) {
      order[from + i] = items[(int) (sorted[i] & placeMask)];
    }
    sortTies(order, from, sorted, packed.from, packed.isCut ? next - 1 : next);
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

  private void sort(int[] order, int from, int to, int level) {
    if (level == levels.size()) {
      return;
    }
    Packed packed = Packed.of(levels.get(level), order, from, to);
    if (packed == null) {
      sort(order, from, to, level + 1);
    } else {
      place(packed, Arrays.copyOfRange(order, from, to), order, from, level + 1);
    }
  }

  /// The leading bits of keys, and behind them the places of the keys.
  ///
  /// @param keys these
  /// @param from the lowest bit that is a key's
  /// @param to the bit behind the highest
  /// @param isCut whether the keys have more bits
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Packed(long[] keys, int from, int to, boolean isCut) {
    /// The keys of some items; null when all are equal.
    static @Nullable Packed of(SortLevel level, int[] items, int from, int to) {
      var keys = new long[to - from];
      level.read(items, from, keys);
      long least = Long.MAX_VALUE;
      long most = 0;
      for (long key : keys) {
        least = Math.min(least, key);
        most = Math.max(most, key);
      }
      if (least == most) {
        return null;
      }
      int placeBits = bits(keys.length - 1);
      int dropped = Math.max(0, bits(most - least) + placeBits - (Long.SIZE - 1));
      for (int i = 0; i < keys.length; i++) {
        keys[i] = (((keys[i] - least) >>> dropped) << placeBits) | i;
      }
      return new Packed(keys, placeBits, placeBits + bits((most - least) >>> dropped), dropped > 0);
    }

    private static int bits(long number) {
      return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    Packed with(long[] some) {
      return new Packed(some, from, to, isCut);
    }

    /// The keys in their order; [#keys] is left in any.
    long[] sorted() {
      if (keys.length >= MANY) {
        return RadixSort.sorted(keys, from, to);
      }
      Arrays.sort(keys);
      return keys;
    }
  }
}
