package dev.millrace.evaluator.vectorised;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToIntFunction;

/// Sorts parts of an array of items: the leading bits of a key and the address of its item in one
/// long, so that nothing but these is compared and moved. Many are sorted by radix, few by the
/// library. Ties are sorted by the bits that follow. Stable, as addresses ascend.
///
/// Work O(n) for each level that is needed to tell items apart while many are equal, O(n log n)
/// then.
///
/// @param levels the keys
/// @param addressBits how many bits of an item are its address
/// @param items the items; threads may sort parts of them that have nothing in common
/// @param spare room for as many longs, used where items are sorted
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartSort(List<SortLevel> levels, int addressBits, long[] items, long[] spare) {
  private static final int MANY = 1_024;

  /// Sorts the items from one place up to another.
  ///
  /// @param first the first level that may tell them apart
  void sort(int from, int to, int first) {
    int level = first;
    while (level < levels.size() && !sortBy(level, from, to)) {
      level++;
    }
  }

  /// Sorts items by a level, and those that it does not tell apart by the next ones.
  ///
  /// @return whether it tells any apart; if not, nothing was done
  private boolean sortBy(int level, int from, int to) {
    levels.get(level).read(items, from, to, spare);
    var range = Range.of(spare, from, to);
    if (range.size() == 0) {
      return false;
    }
    int dropped = Math.max(0, Range.bits(range.size()) + addressBits - (Long.SIZE - 1));
    long least = range.least();
    long addressMask = (1L << addressBits) - 1;
    for (int i = from; i < to; i++) {
      items[i] = (spare[i] - least) >>> dropped << addressBits | (items[i] & addressMask);
    }
    int next = dropped > 0 ? level : level + 1;
    sortCoded(from, to, _ -> next);
    return true;
  }

  /// Sorts items by the bits above their addresses, and ties by what follows.
  ///
  /// @param next the first level that may tell items apart which have these bits in common
  void sortCoded(int from, int to, LongToIntFunction next) {
    if (to - from >= MANY) {
      new RadixSort(items, spare, from, to).sort(addressBits, Range.bits(differing(from, to)));
    } else {
      Arrays.sort(items, from, to);
    }
    int first = from;
    for (int i = from + 1; i <= to; i++) {
      long code = items[first] >>> addressBits;
      if (i == to || items[i] >>> addressBits != code) {
        if (i - first > 1) {
          sort(first, i, next.applyAsInt(code));
        }
        first = i;
      }
    }
  }

  /// The bits above the addresses in which any items differ.
  private long differing(int from, int to) {
    long differing = 0;
    for (int i = from; i < to; i++) {
      differing |= items[i] ^ items[from];
    }
    return differing >>> addressBits << addressBits;
  }
}
