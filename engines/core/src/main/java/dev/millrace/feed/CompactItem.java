package dev.millrace.feed;

import dev.millrace.value.Value;

/// An item of a block, which it keeps alive.
///
/// A class of its own, and not a field of every item, so that items of objects stay as small as
/// they are without it; what readers call is not overridden.
final class CompactItem extends Item {
  private final CompactBlock block;
  private final int place;

  CompactItem(CompactBlock block, int place) {
    super(block.row(place), block.width());
    this.block = block;
    this.place = place;
  }

  @Override
  void makeAll() {
    for (int i = 0; i < size(); i++) {
      get(i);
    }
  }

  @Override
  Value make(int column) {
    return block.value(place, column);
  }
}
