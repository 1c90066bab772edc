package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where items lie in pieces, so that they can be put into another order without being moved.
///
/// @param pieces the items
/// @param piece for each item the piece that it is in
/// @param place for each item its index there
@SuppressWarnings("ArrayRecordComponent") // never compared
record Places(List<List<Item>> pieces, int[] piece, int[] place) {
  private static final int BLOCK = 1_000;

  /// The places of all items of some pieces.
  static Places of(List<List<Item>> pieces) {
    int size = pieces.stream().mapToInt(List::size).sum();
    var piece = new int[size];
    var place = new int[size];
    int next = 0;
    for (int i = 0; i < pieces.size(); i++) {
      for (int j = 0; j < pieces.get(i).size(); j++) {
        piece[next] = i;
        place[next++] = j;
      }
    }
    return new Places(pieces, piece, place);
  }

  /// Some of the items, in an order.
  ///
  /// @param order their indices
  List<List<Item>> inOrder(int[] order) {
    var ordered = new ArrayList<List<Item>>();
    boolean areBlocks = pieces.stream().allMatch(CompactBlock.class::isInstance);
    for (int from = 0; from < order.length; from += BLOCK) {
      int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + BLOCK));
      ordered.add(areBlocks ? block(part) : items(part));
    }
    return ordered;
  }

  /// Some of the items, as they are.
  List<Item> items(int[] order) {
    var items = new ArrayList<Item>(order.length);
    for (int index : order) {
      items.add(pieces.get(piece[index]).get(place[index]));
    }
    return items;
  }

  private CompactBlock block(int[] order) {
    var from = new int[order.length];
    var at = new int[order.length];
    var rows = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      from[i] = piece[order[i]];
      at[i] = place[order[i]];
      rows[i] = ((CompactBlock) pieces.get(from[i])).rows()[at[i]];
    }
    var columns = new Vector[((CompactBlock) pieces.getFirst()).width()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Vector.scattered(parts(i), from, at);
    }
    return new CompactBlock(rows, columns);
  }

  private Vector[] parts(int column) {
    var parts = new Vector[pieces.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = ((CompactBlock) pieces.get(i)).column(column);
    }
    return parts;
  }
}
