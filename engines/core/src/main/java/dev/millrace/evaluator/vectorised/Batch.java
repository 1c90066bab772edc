package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.feed.RowNumbers;
import dev.millrace.value.Value;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Selected;
import dev.millrace.vector.Vector;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Some items as columns. Used by one thread at a time; what it holds is not changed.
///
/// Items are left out without moving anything: a column is gathered when an expression first reads
/// it after that, and never if none does. Beside the schema's fields a batch has the variables that
/// are bound, behind them.
public final class Batch {
  private static final int FEW = 2;

  /*
   * columns   what the result keeps: as it was given, or a selection of that
   * readable  the same for loops, once it was read: dense, or a selection of what was dense before
   *
   * Numbers in either may be in arrays of the scratch; nothing else refers to these.
   */
  private final Rows rows;
  private final Vector[] columns;
  private final @Nullable Vector[] readable;
  private final Scratch scratch;

  private Batch(Rows rows, Vector[] columns, @Nullable Vector[] readable, Scratch scratch) {
    this.rows = rows;
    this.columns = columns;
    this.readable = readable;
    this.scratch = scratch;
  }

  /// The batch of some items.
  ///
  /// @param width how many fields they have
  public static Batch of(List<Item> items, int width) {
    return of(items, width, new Scratch());
  }

  /// The same, with numbers on the way in arrays that are lent.
  static Batch of(List<Item> items, int width, Scratch scratch) {
    var columns = new Vector[width];
    if (items instanceof CompactBlock block) {
      Arrays.setAll(columns, block::column);
      return new Batch(Rows.of(block.rows()), columns, new Vector[width], scratch);
    }
    Item[] objects = items.toArray(Item[]::new);
    for (int i = 0; i < width; i++) {
      int column = i;
      columns[i] = Vector.viewed(place -> objects[place].get(column));
    }
    var rows = new long[objects.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = objects[i].row();
    }
    return new Batch(Rows.of(RowNumbers.of(rows)), columns, new Vector[width], scratch);
  }

  /// How many items there are.
  public int size() {
    return rows.size();
  }

  /// How many fields and variables there are.
  int width() {
    return columns.length;
  }

  /// Where an item stood in the batch that this one is a selection of.
  int place(int index) {
    return rows.place(index);
  }

  /// Room for a number for each item, as long as this batch is evaluated.
  long[] longs() {
    return scratch.longs(size());
  }

  /// Lets others have the room that is not needed any more, since no other batch is that has the
  /// same; from time to time.
  void takeBack() {
    if (scratch.isLarge()) {
      scratch.takeBack(array -> !refersTo(array, columns) && !refersTo(array, readable));
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very array
  private static boolean refersTo(long[] array, @Nullable Vector[] vectors) {
    for (Vector vector : vectors) {
      Vector source = vector instanceof Selected(var selected, _) ? selected : vector;
      if (source instanceof Numbers(var numbers, _, _) && numbers == array) {
        return true;
      }
    }
    return false;
  }

  /// The values of a field, for loops.
  public Vector field(int index) {
    Vector known = readable[index];
    Vector dense = dense(known == null ? columns[index] : known);
    readable[index] = dense;
    return dense;
  }

  /// The values of a field, for arithmetic: codes of numbers are numbers.
  Vector numbers(int index) {
    Vector dense = field(index);
    if (dense instanceof Coded && Lifted.spread(dense, size()) instanceof Numbers decoded) {
      readable[index] = decoded;
      return decoded;
    }
    return dense;
  }

  private Vector dense(Vector vector) {
    return vector instanceof Selected(Numbers numbers, var places)
        ? numbers.gather(places, size(), longs())
        : vector.dense(size());
  }

  /// The values of a field, for keeping.
  Vector column(int index) {
    return columns[index];
  }

  /// Some of the items, in this order.
  public Batch at(int[] selection) {
    IdentityHashMap<int[], int[]> composed = new IdentityHashMap<>(FEW);
    var selected = new Vector[columns.length];
    var selectedReadable = new @Nullable Vector[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = at(columns[i], selection, composed);
      Vector known = readable[i];
      selectedReadable[i] = known == null ? null : at(known, selection, composed);
    }
    return new Batch(rows.at(selection), selected, selectedReadable, scratch);
  }

  private static Vector at(Vector vector, int[] selection, IdentityHashMap<int[], int[]> composed) {
    return vector instanceof Selected(var source, var before)
        ? new Selected(
            source,
            composed.computeIfAbsent(before, places -> Selected.composed(places, selection)))
        : vector.at(selection);
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
    return new Batch(rows, changed, changedReadable, scratch);
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
    return new Batch(rows, selected, selectedReadable, scratch);
  }

  /// The same items, nothing of which was read yet: for another thread.
  public Batch fresh() {
    scratch.give();
    return new Batch(rows, columns, new Vector[columns.length], new Scratch());
  }

  /// Two selections of this batch put together in the order that their items have in it.
  ///
  /// @param one some items
  /// @param other other items, with as many columns
  Batch merged(Batch one, Batch other) {
    var merge = Merge.of(one, other);
    var merged = new Vector[one.width()];
    for (int i = 0; i < merged.length; i++) {
      merged[i] = merge.of(one.column(i), other.column(i), one.size());
    }
    int[] places = merge.of(one.rows.places(), other.rows.places());
    return new Batch(rows.at(places, places), merged, new Vector[merged.length], scratch);
  }

  /// The value of a field of an item.
  Value value(int index, int field) {
    Vector known = readable[field];
    return (known == null ? columns[field] : known).get(index);
  }

  /// The items. Nothing of them is lent.
  public CompactBlock block() {
    var kept = new Vector[columns.length];
    Arrays.setAll(kept, i -> kept(columns[i]));
    return new CompactBlock(rows.each(), kept);
  }

  private Vector kept(Vector column) {
    return switch (column) {
      case Numbers(var lent, int scale, boolean hasNulls) when scratch.isLent(lent) ->
          new Numbers(Arrays.copyOf(lent, size()), scale, hasNulls);
      case Selected(Numbers lent, var places) when scratch.isLent(lent.unscaled()) ->
          lent.gather(places, size());
      default -> column;
    };
  }
}
