package dev.millrace.feed;

import dev.millrace.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One item of a feed: a value for each column of the feed's schema, and the row it comes from.
///
/// Immutable: the array that is given is owned by the item, and no caller changes it. The row is
/// the index of the feed's item that this one descends from, counted from 0: what explode makes of
/// an item keeps that item's row, and a group has the row of its first member. In a run, rows of
/// the items of second feeds go on where those of the run's feed end.
public final class Item {
  private final long row;
  private final Value[] values;

  /// An item that owns `values`, one for each column.
  public Item(long row, Value... values) {
    this.row = row;
    this.values = values;
  }

  /// The index of the feed's item that this one descends from.
  public long row() {
    return row;
  }

  /// The value in a column.
  public Value get(int column) {
    return values[column];
  }

  /// This item, descending from another row.
  public Item at(long other) {
    return new Item(other, values);
  }

  /// How many values the item has.
  public int size() {
    return values.length;
  }

  /// A copy of the values with room for `size` of them; places beyond this item's are null
  /// pointers.
  public Value[] copy(int size) {
    return Arrays.copyOf(values, size);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Item other && row == other.row && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(row) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return row + Arrays.toString(values);
  }
}
