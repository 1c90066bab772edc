package dev.millrace.feed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A data set of items that share a schema, held as a rope of pieces. Immutable.
///
/// A rope keeps the arrays small: one array of all items, written while young, costs a generational
/// collector several times the work of the actions themselves.
public final class Feed implements Iterable<Item> {
  private static final int PIECE = 1_000;

  private final Schema schema;
  private final Rope items;

  private Feed(Schema schema, Rope items) {
    this.schema = schema;
    this.items = items;
  }

  /// A feed of the given items.
  public static Feed of(Schema schema, List<Item> items) {
    var pieces = new ArrayList<List<Item>>();
    for (int from = 0; from < items.size(); from += PIECE) {
      pieces.add(List.copyOf(items.subList(from, Math.min(items.size(), from + PIECE))));
    }
    return new Feed(schema, new Rope(pieces));
  }

  /// A feed of pieces in order. The pieces are kept, not copied: no caller changes them.
  public static Feed ofPieces(Schema schema, List<List<Item>> pieces) {
    return new Feed(schema, new Rope(pieces));
  }

  /// A copy of this feed in compact blocks; this feed itself when it is in such blocks already.
  ///
  /// The items are the same in the same order, rows included. Cost: one pass, and beside the copy
  /// no more memory than one block's items.
  public Feed compact() {
    if (items.pieces().stream().allMatch(CompactBlock.class::isInstance)) {
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
    return items.size();
  }

  @Override
  public Iterator<Item> iterator() {
    return items.iterator();
  }

  /// The items from index `from`, inclusive, to `to`, exclusive, in pieces.
  public List<List<Item>> pieces(int from, int to) {
    return items.pieces(from, to);
  }

  /// The items from index `from`, inclusive, to `to`, exclusive.
  public Iterator<Item> iterator(int from, int to) {
    return new Rope(pieces(from, to)).iterator();
  }
}
