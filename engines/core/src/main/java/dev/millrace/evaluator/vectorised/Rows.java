package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.RowNumbers;
import dev.millrace.vector.Selected;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which items a batch has: those at some places of a block.
///
/// @param size how many
/// @param block the rows of all items of the block
/// @param selected their places there, null when these are all
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rows(int size, RowNumbers block, int @Nullable [] selected) {
  /// All items of a block.
  static Rows of(RowNumbers block) {
    return new Rows(block.size(), block, null);
  }

  /// Where an item stands in the block.
  int place(int index) {
    return selected == null ? index : selected[index];
  }

  /// Where all of them stand there.
  int[] places() {
    return selected != null ? selected : IntStream.range(0, size).toArray();
  }

  /// Some of them.
  Rows at(int[] places) {
    return at(places, selected == null ? places : Selected.composed(selected, places));
  }

  /// Items of the same block.
  Rows at(int[] places, int[] inBlock) {
    return new Rows(places.length, block, inBlock);
  }

  /// The row of each.
  RowNumbers each() {
    return selected == null ? block : block.at(selected);
  }
}
