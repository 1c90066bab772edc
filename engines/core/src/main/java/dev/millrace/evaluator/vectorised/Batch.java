package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.value.Value;
import dev.millrace.vector.Selected;
import dev.millrace.vector.Vector;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Some items as columns. Used by one thread at a time; what it holds is not changed.
///
/// Items are left out without moving anything: a column is gathered when an expression first reads
/// it after that, and never if none does. Beside the schema's fields a batch has the variables that
/// are bound, behind them.
public final class Batch {
  /*
   * columns   what the result keeps: as it was given, or a selection of that
   * readable  the same for loops, once it was read: dense, or a selection of what was dense before
   */
  private final int size;
  private final long[] rows;
  private final int @Nullable [] places;
  private final Vector[] columns;
  private final @Nullable Vector[] readable;

  private Batch(
      int size,
      long[] rows,
      int @Nullable [] places,
      Vector[] columns,
      @Nullable Vector[] readable) {
    this.size = size;
    this.rows = rows;
    this.places = places;
    this.columns = columns;
    this.readable = readable;
  }

  /// The batch of some items.
  ///
  /// @param width how many fields they have
  public static Batch of(List<Item> items, int width) {
    int size = items.size();
    var columns = new Vector[width];
    if (items instanceof CompactBlock block) {
      Arrays.setAll(columns, block::column);
      return new Batch(size, block.rows(), null, columns, new Vector[width]);
    }
    for (int i = 0; i < width; i++) {
      int column = i;
      columns[i] = Vector.viewed(place -> items.get(place).get(column));
    }
    long[] rows = items.stream().mapToLong(Item::row).toArray();
    return new Batch(size, rows, null, columns, new Vector[width]);
  }

  /// How many items there are.
  public int size() {
    return size;
  }

  /// How many fields and variables there are.
  int width() {
    return columns.length;
  }

  /// Where an item stood in the batch that this one is a selection of.
  int place(int index) {
    return places == null ? index : places[index];
  }

  private int[] places() {
    return places != null ? places : IntStream.range(0, size).toArray();
  }

  /// The values of a field, for loops.
  public Vector field(int index) {
    Vector known = readable[index];
    Vector dense = (known == null ? columns[index] : known).dense(size);
    readable[index] = dense;
    return dense;
  }

  /// The values of a field, for keeping.
  Vector column(int index) {
    return columns[index];
  }

  /// Some of the items, in this order.
  public Batch at(int[] selection) {
    IdentityHashMap<int[], int[]> composed = new IdentityHashMap<>();
    var selected = new Vector[columns.length];
    var selectedReadable = new @Nullable Vector[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = at(columns[i], selection, composed);
      Vector known = readable[i];
      selectedReadable[i] = known == null ? null : at(known, selection, composed);
    }
    int[] within = places == null ? selection : composed(places, selection, composed);
    return new Batch(selection.length, rows, within, selected, selectedReadable);
  }

  private static Vector at(Vector vector, int[] selection, IdentityHashMap<int[], int[]> composed) {
    return vector instanceof Selected(var source, var before)
        ? new Selected(source, composed(before, selection, composed))
        : vector.at(selection);
  }

  private static int[] composed(
      int[] before, int[] selection, IdentityHashMap<int[], int[]> composed) {
    return composed.computeIfAbsent(before, places -> Selected.composed(places, selection));
  }

  /// The same items with other columns.
  ///
  /// @param width how many there are
  /// @param change the new column at an index, null where the old one stays
  public Batch with(int width, IntFunction<@Nullable Vector> change) {
    Vector[] changed = Arrays.copyOf(columns, width);
    @Nullable Vector[] changedReadable = Arrays.copyOf(readable, width);
    for (int i = 0; i < width; i++) {
      Vector vector = change.apply(i);
      if (vector != null) {
        changed[i] = vector;
        changedReadable[i] = null;
      }
    }
    return new Batch(size, rows, places, changed, changedReadable);
  }

  /// The same items with some of their columns.
  ///
  /// @param from where each column comes from, -1 for nulls
  public Batch select(int[] from) {
    var selected = new Vector[from.length];
    var selectedReadable = new @Nullable Vector[from.length];
    for (int i = 0; i < from.length; i++) {
      selected[i] = from[i] < 0 ? Vector.ofNulls() : columns[from[i]];
      selectedReadable[i] = from[i] < 0 ? null : readable[from[i]];
    }
    return new Batch(size, rows, places, selected, selectedReadable);
  }

  /// The same items, nothing of which was read yet: for another thread.
  public Batch fresh() {
    return new Batch(size, rows, places, columns, new Vector[columns.length]);
  }

  /// Two selections of this batch put together in the order that their items have in it.
  ///
  /// @param one some items
  /// @param other other items, with as many columns
  Batch merged(Batch one, Batch other) {
    var merge = Merge.of(one, other);
    var columns = new Vector[one.width()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = merge.of(one.column(i), other.column(i));
    }
    int[] merged = merge.of(one.places(), other.places());
    return new Batch(merge.size(), rows, merged, columns, new Vector[columns.length]);
  }

  /// The value of a field of an item.
  Value value(int index, int field) {
    Vector known = readable[field];
    return (known == null ? columns[field] : known).get(index);
  }

  /// The items.
  public CompactBlock block() {
    if (places == null) {
      return new CompactBlock(rows, columns);
    }
    var selected = new long[size];
    for (int i = 0; i < size; i++) {
      selected[i] = rows[places[i]];
    }
    return new CompactBlock(selected, columns);
  }
}
