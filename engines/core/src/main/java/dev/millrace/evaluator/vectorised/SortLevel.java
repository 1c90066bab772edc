package dev.millrace.evaluator.vectorised;

/// One part of the keys of all items, as numbers in their order. Items are sorted by the first
/// level; those that it does not tell apart by the next. Immutable, and read by several threads.
@FunctionalInterface
interface SortLevel {
  /// Writes the numbers of some items, none of them negative.
  ///
  /// @param items the indices of items
  /// @param from which of them is the first whose number is wanted
  /// @param into where the numbers go; as many are wanted as there is room for
  void read(int[] items, int from, long[] into);
}
