package dev.millrace.feed;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One item of a feed: a value for each column of the feed's schema, and the row it comes from.
///
/// Immutable: the array that is given is owned by the item, and no caller changes it. The row is
/// the index of the feed's item that this one descends from, counted from 0: what explode makes of
/// an item keeps that item's row, and a group has the row of its first member. In a run, rows of
/// the items of second feeds go on where those of the run's feed end.
///
/// An item of a compact feed makes its values when they are first asked for, and keeps them; what
/// [#with] and [#select] make of it leaves the others unmade.
public sealed class Item permits CompactItem {
  private final long row;
  private final @Nullable Value[] values;

  /// An item that owns `values`, one for each column.
  public Item(long row, Value... values) {
    this.row = row;
    this.values = values;
  }

  /// An item that owns `known`, in which values that are not there yet are null pointers.
  Item(@Nullable Value[] known, long row) {
    this.row = row;
    this.values = known;
  }

  /// The index of the feed's item that this one descends from.
  public final long row() {
    return row;
  }

  /// The value in a column.
  public final Value get(int column) {
    Value value = values[column];
    return value != null ? value : made(column);
  }

  /// This item, descending from another row.
  public final Item at(long other) {
    return derived(other, values);
  }

  /// This item with other values: those of `changes`, which the new item owns, and this item's own
  /// where `changes` has null pointers. It may be longer.
  public final Item with(@Nullable Value[] changes) {
    for (int i = Math.min(values.length, changes.length) - 1; i >= 0; i--) {
      if (changes[i] == null) {
        changes[i] = values[i];
      }
    }
    return derived(row, changes);
  }

  /// This item with only the values in some columns, in that order; a column of -1 gives null.
  public final Item select(int[] columns) {
    var selected = new @Nullable Value[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = columns[i] < 0 ? Null.NULL : values[columns[i]];
    }
    return selected(columns, selected);
  }

  /// How many values the item has.
  public final int size() {
    return values.length;
  }

  /// A copy of the values with room for `size` of them; places beyond this item's are null
  /// pointers.
  public final Value[] copy(int size) {
    makeAll();
    return Arrays.copyOf(values, size);
  }

  /// An item whose values that are not there yet are this item's.
  Item derived(long ofRow, @Nullable Value[] known) {
    return new Item(known, ofRow);
  }

  /// An item whose values that are not there yet are this item's in some columns.
  Item selected(int[] columns, @Nullable Value[] known) {
    return new Item(known, row);
  }

  /// Whether this is an item of a block as it is there.
  boolean isUntouched() {
    return false;
  }

  /// This item, with no more of its values made than it must have.
  Item fresh() {
    return this;
  }

  /// Makes all values that are not there yet.
  void makeAll() {}

  /// Makes a value that is not there yet.
  Value make(int column) {
    throw new IllegalStateException("row " + row + " has no value in column " + column);
  }

  /*
   * Without a lock: threads that race make equal values, whose fields are final, and either may stay.
   */
  private Value made(int column) {
    Value value = make(column);
    values[column] = value;
    return value;
  }

  @Override
  public final boolean equals(@Nullable Object object) {
    return object instanceof Item other
        && row == other.row
        && Arrays.equals(copy(size()), other.copy(other.size()));
  }

  @Override
  public final int hashCode() {
    return 31 * Long.hashCode(row) + Arrays.hashCode(copy(size()));
  }

  @Override
  public final String toString() {
    return row + Arrays.toString(copy(size()));
  }
}
