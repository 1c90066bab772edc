package dev.millrace.evaluator.vectorised;

/// One part of the keys of all items, as numbers in their order. Items are sorted by the first
/// level; those that it does not tell apart by the next.
@FunctionalInterface
interface SortLevel {
  /// The number of an item, not negative.
  long of(int index);
}
