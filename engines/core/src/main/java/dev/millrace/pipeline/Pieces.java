package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items of some lists, one list after another. It ends early when the run is cancelled.
final class Pieces implements BlockStream {
  private static final int ITEMS_BETWEEN_CHECKS = 256;
  private static final int LARGEST_BLOCK = 2_048;

  private final Iterator<List<Item>> pieces;
  private final Ledger ledger;
  private List<Item> piece = List.of();
  private int next;
  private int untilCheck;

  /// A stream at the first item.
  Pieces(List<List<Item>> pieces, Ledger ledger) {
    this.pieces = pieces.iterator();
    this.ledger = ledger;
  }

  @Override
  public @Nullable Item next() {
    if (untilCheck-- == 0) {
      ledger.checkpoint();
      untilCheck = ITEMS_BETWEEN_CHECKS;
    }
    return findsMore() ? piece.get(next++) : null;
  }

  @Override
  public @Nullable List<Item> nextBlock() {
    ledger.checkpoint();
    if (!findsMore()) {
      return null;
    }
    int from = next;
    next = Math.min(piece.size(), from + LARGEST_BLOCK);
    return next - from == piece.size() ? piece : piece.subList(from, next);
  }

  private boolean findsMore() {
    while (next == piece.size() && pieces.hasNext()) {
      piece = pieces.next();
      next = 0;
    }
    return next < piece.size();
  }
}
