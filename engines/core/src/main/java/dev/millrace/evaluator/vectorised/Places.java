package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Made;
import dev.millrace.pipeline.Part;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Where items lie in pieces, so that some can be chosen, or all put into another order, without
/// being moved. What comes out are views, made when a chunk is opened.
///
/// @param pieces the items
/// @param starts for each piece the index of its first item, and at the end how many items there
///   are
@SuppressWarnings("ArrayRecordComponent") // never compared
record Places(List<List<Item>> pieces, int[] starts) {
  private static final int BLOCK = 1_000;

  /// The places of all items of some pieces.
  static Places of(List<List<Item>> pieces) {
    var starts = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      starts[i + 1] = starts[i] + pieces.get(i).size();
    }
    return new Places(pieces, starts);
  }

  /// The piece that an item is in, which none of the empty ones is.
  int piece(int index) {
    int found = Arrays.binarySearch(starts, index);
    int piece = found >= 0 ? found : -found - 2;
    while (starts[piece + 1] == index) {
      piece++;
    }
    return piece;
  }

  /// An item.
  Item item(int index) {
    int piece = piece(index);
    return pieces.get(piece).get(index - starts[piece]);
  }

  /// The row of an item.
  long row(int index) {
    int piece = piece(index);
    int place = index - starts[piece];
    return pieces.get(piece) instanceof CompactBlock block
        ? block.rows()[place]
        : pieces.get(piece).get(place).row();
  }

  /// Some of the items, in the order that they have.
  ///
  /// @param chosen their indices, ascending
  Made chosen(int[] chosen) {
    return new Made(
        chosen.length, (from, to) -> ledger -> Part.of(chosen(chosen, from, to)).open(ledger));
  }

  private List<List<Item>> chosen(int[] chosen, int from, int to) {
    var views = new ArrayList<List<Item>>();
    int next = from;
    while (next < to) {
      int piece = piece(chosen[next]);
      int begin = next;
      while (next < to && chosen[next] < starts[piece + 1]) {
        next++;
      }
      var places = new int[next - begin];
      for (int i = 0; i < places.length; i++) {
        places[i] = chosen[begin + i] - starts[piece];
      }
      views.add(view(pieces.get(piece), places));
    }
    return views;
  }

  private static List<Item> view(List<Item> piece, int[] places) {
    if (places.length == piece.size()) {
      return piece;
    }
    return piece instanceof CompactBlock block
        ? Batch.of(block, block.width()).at(places).block()
        : Arrays.stream(places).mapToObj(piece::get).toList();
  }

  /// The items in another order.
  ///
  /// @param sort a sort of their indices, whose parts are left to be done
  Made inOrder(LongSort.Begun sort) {
    int[] order = sort.order();
    var pieceOf = new int[order.length];
    for (int i = 0; i < pieces.size(); i++) {
      Arrays.fill(pieceOf, starts[i], starts[i + 1], i);
    }
    boolean areBlocks = pieces.stream().allMatch(CompactBlock.class::isInstance);
    Function<int[], List<Item>> view =
        areBlocks ? Scatter.of(this, pieceOf)::block : part -> items(part, pieceOf);
    return new Made(
        sort.parts(),
        order.length,
        (from, to) -> ledger -> Part.of(views(order, from, to, view)).open(ledger));
  }

  private static List<List<Item>> views(
      int[] order, int from, int to, Function<int[], List<Item>> view) {
    var views = new ArrayList<List<Item>>();
    for (int begin = from; begin < to; begin += BLOCK) {
      views.add(view.apply(Arrays.copyOfRange(order, begin, Math.min(to, begin + BLOCK))));
    }
    return views;
  }

  private List<Item> items(int[] order, int[] pieceOf) {
    var items = new ArrayList<Item>(order.length);
    for (int index : order) {
      int piece = pieceOf[index];
      items.add(pieces.get(piece).get(index - starts[piece]));
    }
    return items;
  }

  /// What blocks of items in any order are made of.
  ///
  /// @param starts for each piece the index of its first item
  /// @param pieceOf for each item the piece that it is in
  /// @param rows the rows of the items of each piece
  /// @param columns for each column its part in each piece
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Scatter(int[] starts, int[] pieceOf, long[][] rows, Vector[][] columns) {
    /// The scatter of places in blocks.
    static Scatter of(Places places, int[] pieceOf) {
      CompactBlock[] blocks =
          places.pieces.stream().map(CompactBlock.class::cast).toArray(CompactBlock[]::new);
      int width = blocks.length == 0 ? 0 : blocks[0].width();
      var columns = new Vector[width][blocks.length];
      var rows = new long[blocks.length][];
      for (int i = 0; i < blocks.length; i++) {
        rows[i] = blocks[i].rows();
        for (int j = 0; j < width; j++) {
          columns[j][i] = blocks[i].column(j);
        }
      }
      return new Scatter(places.starts, pieceOf, rows, columns);
    }

    /// The block of some items.
    List<Item> block(int[] order) {
      var piece = new int[order.length];
      var place = new int[order.length];
      var ownRows = new long[order.length];
      for (int i = 0; i < order.length; i++) {
        piece[i] = pieceOf[order[i]];
        place[i] = order[i] - starts[piece[i]];
        ownRows[i] = rows[piece[i]][place[i]];
      }
      var scattered = new Vector[columns.length];
      Arrays.setAll(scattered, i -> Vector.scattered(columns[i], piece, place));
      return new CompactBlock(ownRows, scattered);
    }
  }
}
