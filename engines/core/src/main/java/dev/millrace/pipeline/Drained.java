package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import dev.millrace.feed.Rope;
import java.util.ArrayList;
import java.util.List;

/// What comes out of a stream: in blocks where it gives any, else in pieces of some thousand items.
final class Drained {
  private static final int MOST_IN_A_PIECE = 1_024;

  private final Ledger ledger;
  private final List<List<Item>> pieces = new ArrayList<>();
  private List<Item> piece = new ArrayList<>();

  /// Nothing yet.
  Drained(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Takes all items of a stream. What it has taken stays when the stream fails.
  void addAll(ItemStream in) {
    BlockStream blocks = in instanceof BlockStream some ? some : null;
    while (true) {
      List<Item> block = blocks == null ? null : blocks.nextBlock();
      if (block != null) {
        add(block);
        continue;
      }
      Item item = in.next();
      if (item == null) {
        return;
      }
      piece.add(item);
      ledger.emitted(1);
      if (piece.size() == MOST_IN_A_PIECE) {
        endPiece();
      }
    }
  }

  private void add(List<Item> block) {
    endPiece();
    pieces.add(block);
    ledger.emitted(block.size());
  }

  private void endPiece() {
    if (!piece.isEmpty()) {
      pieces.add(piece);
      piece = new ArrayList<>();
    }
  }

  /// All items, in order.
  List<Item> all() {
    endPiece();
    return pieces.size() == 1 ? pieces.getFirst() : new Rope(pieces);
  }
}
