package dev.millrace.feed;

import dev.millrace.vector.Selected;
import java.util.function.IntToLongFunction;

/// The rows of some items. Immutable.
///
/// Hardly anybody reads them, so that a selection of items, or another order of them, is a view.
public sealed interface RowNumbers {
  /// How many items there are.
  int size();

  /// The row of an item.
  long get(int index);

  /// The rows of some of the items, in that order; the array is kept. O(1) for rows that are there,
  /// else O(n).
  default RowNumbers at(int[] places) {
    return new Chosen(this, places);
  }

  /// Rows that are there; the array is kept.
  static RowNumbers of(long[] rows) {
    return new Listed(rows);
  }

  /// Rows that are looked up when they are asked for.
  ///
  /// @param size how many
  /// @param rows gives the row of an item
  static RowNumbers of(int size, IntToLongFunction rows) {
    return new Viewed(size, rows);
  }

  /// Rows that are there.
  ///
  /// @param rows the rows
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Listed(long[] rows) implements RowNumbers {
    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public long get(int index) {
      return rows[index];
    }
  }

  /// Rows of some items of several.
  ///
  /// @param source the rows of all
  /// @param places where the items are among these
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Chosen(RowNumbers source, int[] places) implements RowNumbers {
    @Override
    public int size() {
      return places.length;
    }

    @Override
    public long get(int index) {
      return source.get(places[index]);
    }

    @Override
    public RowNumbers at(int[] selection) {
      return new Chosen(source, Selected.composed(places, selection));
    }
  }

  /// Rows that are looked up.
  ///
  /// @param size how many
  /// @param rows gives the row of an item
  record Viewed(int size, IntToLongFunction rows) implements RowNumbers {
    @Override
    public long get(int index) {
      return rows.applyAsLong(index);
    }
  }
}
