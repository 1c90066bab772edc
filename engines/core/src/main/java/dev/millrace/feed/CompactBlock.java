package dev.millrace.feed;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import dev.millrace.vector.SharedValues;
import dev.millrace.vector.Vector;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Some thousand items in flat arrays, a [Vector] for each field. Immutable.
///
/// It is a piece of a feed as any list of items is. An item is made anew whenever it is asked for,
/// without values; each of its values when that is asked for. So who reads two fields of twenty
/// pays for two, and who keeps an item keeps the whole block.
public final class CompactBlock extends AbstractList<Item> implements RandomAccess {
  private static final int SHARED_PART = 8;

  private final RowNumbers rows;
  private final Vector[] columns;

  /// Items that own their columns.
  ///
  /// @param rows the row of each item
  /// @param columns the values of the items in each column
  public CompactBlock(RowNumbers rows, Vector... columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /// The items of a list in compact form: a part of a result, say. An item that has fewer values
  /// than another gets nulls at its end.
  ///
  /// Cost: one pass over all characters, and a hash of many of the values. Any number of items will
  /// do, but more than a few thousand are better cut into several blocks.
  public static CompactBlock of(List<Item> items) {
    return of(items, _ -> new SharedValues(items.size() / SHARED_PART));
  }

  /// The same, where each field shares values with other blocks.
  static CompactBlock of(List<Item> items, IntFunction<SharedValues> shared) {
    int width = items.stream().mapToInt(Item::size).max().orElse(0);
    var columns = new Vector[width];
    for (int i = 0; i < width; i++) {
      int column = i;
      Value[] values =
          items.stream()
              .map(item -> column < item.size() ? item.get(column) : Null.NULL)
              .toArray(Value[]::new);
      columns[i] = Vector.of(values, shared.apply(i));
    }
    return new CompactBlock(RowNumbers.of(items.stream().mapToLong(Item::row).toArray()), columns);
  }

  @Override
  public Item get(int index) {
    return new CompactItem(this, Objects.checkIndex(index, rows.size()));
  }

  @Override
  public int size() {
    return rows.size();
  }

  /// The row of an item.
  long row(int index) {
    return rows.get(index);
  }

  /// How many values each item has.
  public int width() {
    return columns.length;
  }

  /// A value of an item.
  Value value(int index, int column) {
    return columns[column].get(index);
  }

  /// A column of all items.
  public Vector column(int column) {
    return columns[column];
  }

  /// The rows of all items.
  public RowNumbers rows() {
    return rows;
  }

  /// Some of the items, without a copy of what they hold.
  @Override
  public CompactBlock subList(int from, int to) {
    Objects.checkFromToIndex(from, to, rows.size());
    if (from == 0 && to == rows.size()) {
      return this;
    }
    Vector[] sliced =
        Arrays.stream(columns).map(column -> column.from(from)).toArray(Vector[]::new);
    var slicedRows = RowNumbers.of(to - from, index -> rows.get(from + index));
    return new CompactBlock(slicedRows, sliced);
  }

  /// The values of all items in a column.
  Value[] values(int column) {
    return IntStream.range(0, size()).mapToObj(columns[column]::get).toArray(Value[]::new);
  }

  /// This block with other values in a column.
  CompactBlock with(int column, Vector changed) {
    Vector[] copy = columns.clone();
    copy[column] = changed;
    return new CompactBlock(rows, copy);
  }

  /// This block with at least `width` values for each item, further ones null.
  CompactBlock widened(int width) {
    if (width <= width()) {
      return this;
    }
    Vector[] copy = Arrays.copyOf(columns, width);
    Arrays.fill(copy, width(), width, Vector.ofNulls());
    return new CompactBlock(rows, copy);
  }
}
