package dev.millrace.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// A data set of items that share a schema, held as a rope of pieces. Immutable.
///
/// A rope keeps the arrays small: one array of all items, written while young, costs a generational
/// collector several times the work of the actions themselves.
public final class Feed implements Iterable<Item> {
  private static final int PIECE = 1_024;

  private final Schema schema;
  private final List<List<Item>> pieces;
  private final int[] starts;

  private Feed(Schema schema, List<List<Item>> pieces) {
    this.schema = schema;
    this.pieces = pieces;
    this.starts = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], pieces.get(i).size());
    }
  }

  /// A feed of the given items.
  public static Feed of(Schema schema, List<Item> items) {
    var pieces = new ArrayList<List<Item>>();
    for (int from = 0; from < items.size(); from += PIECE) {
      pieces.add(List.copyOf(items.subList(from, Math.min(items.size(), from + PIECE))));
    }
    return new Feed(schema, pieces);
  }

  /// A feed of pieces in order. The pieces are kept, not copied: no caller changes them.
  public static Feed ofPieces(Schema schema, List<List<Item>> pieces) {
    return new Feed(schema, List.copyOf(pieces));
  }

  /// A copy of this feed in compact blocks; this feed itself when it is in such blocks already.
  ///
  /// The items are the same in the same order, rows included. Cost: one pass, and beside the copy
  /// no more memory than one block's items.
  public Feed compact() {
    if (pieces.stream().allMatch(CompactBlock.class::isInstance)) {
      return this;
    }
    var builder = new CompactFeedBuilder();
    forEach(builder::add);
    return builder.build(schema);
  }

  /// The columns that every item has.
  public Schema schema() {
    return schema;
  }

  /// How many items there are.
  public int size() {
    return starts[pieces.size()];
  }

  @Override
  public Iterator<Item> iterator() {
    return iterator(0, size());
  }

  /// The items from index `from`, inclusive, to `to`, exclusive.
  public Iterator<Item> iterator(int from, int to) {
    if (from < 0 || from > to || to > size()) {
      throw new IndexOutOfBoundsException(from + " to " + to + " of " + size());
    }
    return new Slice(from, to);
  }

  /// Walks the pieces from one index to another.
  private final class Slice implements Iterator<Item> {
    private int left;
    private int piece;
    private int place;

    Slice(int from, int to) {
      left = to - from;
      int found = Arrays.binarySearch(starts, from);
      piece = found >= 0 ? found : -found - 2;
      place = from - starts[piece];
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Item next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      while (place == pieces.get(piece).size()) {
        piece++;
        place = 0;
      }
      left--;
      return pieces.get(piece).get(place++);
    }
  }
}
