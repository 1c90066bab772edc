package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.feed.RowNumbers;
import dev.millrace.pipeline.Made;
import dev.millrace.pipeline.Part;
import dev.millrace.vector.Addresses;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /// The piece that an item is in.
  int piece(int index) {
    return Addresses.piece(starts, index);
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
        ? block.rows().get(place)
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
  /// @param sort a sort of them, which is left to be done
  Made inOrder(LongSort sort) {
    boolean areBlocks = pieces.stream().allMatch(CompactBlock.class::isInstance);
    View view = areBlocks ? Scatter.of(this, sort) : (from, to) -> items(sort, from, to);
    return new Made(
        sort.stages(),
        sort.items().length,
        (from, to) -> ledger -> Part.of(views(from, to, view)).open(ledger));
  }

  private static List<List<Item>> views(int from, int to, View view) {
    var views = new ArrayList<List<Item>>();
    for (int begin = from; begin < to; begin += BLOCK) {
      views.add(view.of(begin, Math.min(to, begin + BLOCK)));
    }
    return views;
  }

  private List<Item> items(LongSort sort, int from, int to) {
    Addresses addresses = sort.addresses();
    var items = new ArrayList<Item>(to - from);
    for (int i = from; i < to; i++) {
      long item = sort.items()[i];
      items.add(pieces.get(addresses.piece(item)).get(addresses.place(item)));
    }
    return items;
  }

  /// A view of some of the items in their order.
  @FunctionalInterface
  private interface View {
    /// Those from one place in the order up to another.
    List<Item> of(int from, int to);
  }

  /// What blocks of items in any order are made of.
  ///
  /// @param addresses how the address of an item says where it lies
  /// @param items the addresses of the items in their order
  /// @param rows the rows of the items of each piece
  /// @param columns for each column its part in each piece
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Scatter(Addresses addresses, long[] items, RowNumbers[] rows, Vector[][] columns)
      implements View {
    /// The scatter of places in blocks.
    static Scatter of(Places places, LongSort sort) {
      CompactBlock[] blocks =
          places.pieces.stream().map(CompactBlock.class::cast).toArray(CompactBlock[]::new);
      int width = blocks.length == 0 ? 0 : blocks[0].width();
      var columns = new Vector[width][blocks.length];
      for (int i = 0; i < blocks.length; i++) {
        for (int j = 0; j < width; j++) {
          columns[j][i] = blocks[i].column(j);
        }
      }
      RowNumbers[] rows = Arrays.stream(blocks).map(CompactBlock::rows).toArray(RowNumbers[]::new);
      return new Scatter(sort.addresses(), sort.items(), rows, columns);
    }

    @Override
    public List<Item> of(int from, int to) {
      var scattered = new Vector[columns.length];
      Arrays.setAll(scattered, i -> Vector.scattered(columns[i], addresses, items, from));
      return new CompactBlock(RowNumbers.of(to - from, i -> row(items[from + i])), scattered);
    }

    private long row(long item) {
      return rows[addresses.piece(item)].get(addresses.place(item));
    }
  }
}
