package dev.millrace.feed;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// An item of a block, or what actions made of one. It keeps the block alive.
///
/// A class of its own, and not fields of every item, so that items of objects stay as small as they
/// are without it; what readers call is not overridden.
final class CompactItem extends Item {
  private final CompactBlock block;
  private final int place;
  private final int @Nullable [] columns;
  private final boolean isUntouched;

  /// An item of a block, none of whose values is there yet.
  CompactItem(CompactBlock block, int place) {
    this(block, place, null, true, block.row(place), new @Nullable Value[block.width()]);
  }

  /// An item of a block with some values that are there.
  ///
  /// @param columns the columns of the block that the others are in, -1 for null; each in its own
  ///   when absent
  /// @param isUntouched whether all of it is as it is in the block
  private CompactItem(
      CompactBlock block,
      int place,
      int @Nullable [] columns,
      boolean isUntouched,
      long row,
      @Nullable Value[] known) {
    super(known, row);
    this.block = block;
    this.place = place;
    this.columns = columns;
    this.isUntouched = isUntouched;
  }

  @Override
  Item derived(long ofRow, @Nullable Value[] known) {
    return new CompactItem(block, place, columns, false, ofRow, known);
  }

  @Override
  Item selected(int[] selection, @Nullable Value[] known) {
    return new CompactItem(block, place, composed(selection), false, row(), known);
  }

  private int[] composed(int[] selection) {
    if (columns == null) {
      return selection;
    }
    var composed = new int[selection.length];
    for (int i = 0; i < composed.length; i++) {
      boolean isMade = selection[i] < 0 || selection[i] >= columns.length;
      composed[i] = isMade ? -1 : columns[selection[i]];
    }
    return composed;
  }

  @Override
  boolean isUntouched() {
    return isUntouched;
  }

  @Override
  Item fresh() {
    return new CompactItem(block, place);
  }

  @Override
  void makeAll() {
    for (int i = 0; i < size(); i++) {
      get(i);
    }
  }

  @Override
  Value make(int column) {
    int from = columns == null ? column : columns[column];
    return from < 0 ? Null.NULL : block.value(place, from);
  }
}
