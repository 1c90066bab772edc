package dev.millrace.evaluator.vectorised;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private static final int FEW = 16;

  /// Sorts the items from one place up to another.
  void sort(int from, int to) {
    sort(from, to, 0, levels.getFirst());
  }

  /// Sorts items that no level before one tells apart.
  ///
  /// @param rest what is left of that level; null for nothing
  private void sort(int from, int to, int first, @Nullable SortLevel rest) {
    int level = first;
    SortLevel by = rest;
    while (to - from > 1 && (by != null || level + 1 < levels.size())) {
      if (by == null) {
        by = levels.get(++level);
      }
      by.read(items, from, to, spare);
      if (to - from <= FEW ? sortFew(from, to, level, by) : sortMany(from, to, level, by)) {
        return;
      }
      by = by.rest(Long.SIZE);
    }
  }

  /// Sorts items by their numbers in the spare room, and those that have the same by the rest.
  ///
  /// @return whether these tell any apart; if not, nothing was done
  private boolean sortMany(int from, int to, int level, SortLevel by) {
    var range = Range.of(spare, from, to);
    if (range.size() == 0) {
      return false;
    }
    Range.Codes codes = range.codes(Long.SIZE - 1 - addressBits);
    long addressMask = (1L << addressBits) - 1;
    for (int i = from; i < to; i++) {
      items[i] = codes.of(spare[i]) << addressBits | (items[i] & addressMask);
    }
    sortCoded(from, to);
    sortTies(from, to, level, by.rest(Long.SIZE - codes.dropped()));
    return true;
  }

  /// Sorts items by the bits above their addresses.
  void sortCoded(int from, int to) {
    if (to - from < MANY) {
      Arrays.sort(items, from, to);
    } else {
      new RadixSort(items, spare, from, to).sort(addressBits);
    }
  }

  /// Sorts those of the sorted items that have the same bits above their addresses.
  ///
  /// @param level which level these bits are of
  /// @param rest what is left of it; null for nothing
  void sortTies(int from, int to, int level, @Nullable SortLevel rest) {
    if (rest == null && level + 1 == levels.size()) {
      return;
    }
    int first = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || items[i] >>> addressBits != items[first] >>> addressBits) {
        sort(first, i, level, rest);
        first = i;
      }
    }
  }

  /// The same as [#sortMany], by insertion.
  private boolean sortFew(int from, int to, int level, SortLevel by) {
    for (int i = from + 1; i < to; i++) {
      long number = spare[i];
      long item = items[i];
      int place = i;
      for (; place > from && spare[place - 1] > number; place--) {
        spare[place] = spare[place - 1];
        items[place] = items[place - 1];
      }
      spare[place] = number;
      items[place] = item;
    }
    if (spare[from] == spare[to - 1]) {
      return false;
    }
    SortLevel rest = by.rest(Long.SIZE);
    int first = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || spare[i] != spare[first]) {
        sort(first, i, level, rest);
        first = i;
      }
    }
    return true;
  }
}
