package dev.millrace.pipeline;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import org.jspecify.annotations.Nullable;

/// The items of a second feed, which come after all chunks of a segment. There is no barrier:
/// nobody waits for the chunks before.
///
/// @param feed the second feed
/// @param firstRow the row that its first item gets; the others get the rows that follow
/// @param conform changes its items to those of the pipeline
public record Appended(Feed feed, long firstRow, StreamStage conform) implements Seam {
  /// The chunks of the second feed.
  public Chunks chunks(Cutter cutter) {
    return new Chunks(feed.size(), (from, to) -> ledger -> open(from, to, ledger), cutter);
  }

  /// All items of the second feed as one stream.
  public ItemStream open(Ledger ledger) {
    return open(0, feed.size(), ledger);
  }

  private ItemStream open(int from, int to, Ledger ledger) {
    ItemStream in = new Pieces(feed.pieces(from, to), ledger);
    ItemStream numbered =
        new ItemStream() {
          private long row = firstRow + from;

          @Override
          public @Nullable Item next() {
            Item item = in.next();
            if (item == null) {
              return null;
            }
            ledger.added(1);
            return item.at(row++);
          }
        };
    return conform.apply(numbered, ledger);
  }
}
