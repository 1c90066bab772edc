package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.Item;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/// Items in pieces, and for each piece the columns of their keys.
///
/// @param pieces the items
/// @param keys for each piece its keys, each dense, or texts in bytes to be sorted
record KeyedItems(List<List<Item>> pieces, List<Vector[]> keys) {
  /// No items yet.
  KeyedItems() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /// All of several.
  static KeyedItems of(List<KeyedItems> several) {
    var all = new KeyedItems();
    for (KeyedItems each : several) {
      all.pieces.addAll(each.pieces);
      all.keys.addAll(each.keys);
    }
    return all;
  }

  void add(List<Item> piece, Vector[] columns) {
    pieces.add(piece);
    keys.add(columns);
  }

  /// How many items there are.
  ///
  /// @throws ArithmeticException if there are more than an int counts
  int size() {
    return pieces.stream().mapToInt(List::size).reduce(0, Math::addExact);
  }

  /// Where the items lie.
  Places places() {
    return Places.of(pieces);
  }
}
