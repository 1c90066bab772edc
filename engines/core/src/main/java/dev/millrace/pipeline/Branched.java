package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conditional of which a branch is not item-wise: every chunk is split, then the first branch's
/// pipeline runs over the one half and the second branch's over the other.
///
/// @param condition chooses
/// @param then what the items for which it is true go through
/// @param otherwise what the others go through
public record Branched(Condition condition, Pipeline then, Pipeline otherwise) implements Seam {
  /// One chunk's items by branch, and what was noted while they were made.
  ///
  /// @param notes the notes, a part without items
  /// @param then the items of the first branch; ends with the chunk's failure, if any
  /// @param otherwise the items of the second branch; ends with the chunk's failure, if any
  public record Split(Part notes, Part then, Part otherwise) implements Gathered {
    @Override
    public @Nullable Throwable failure() {
      return then.failure();
    }
  }

  /// Splits one chunk, on any thread.
  public Split gather(Chunk chunk, Ledger ledger) {
    var then = new ArrayList<Item>();
    var otherwise = new ArrayList<Item>();
    Throwable failure = null;
    try {
      ItemStream in = chunk.open(ledger);
      for (Item item = in.next(); item != null; item = in.next()) {
        switch (condition.of(item, ledger)) {
          case THEN -> then.add(item);
          case OTHERWISE -> otherwise.add(item);
          case DROPPED -> {}
        }
      }
    } catch (Throwable thrown) {
      failure = thrown;
    }
    return new Split(
        Part.notesOf(ledger),
        new Part(then, List.of(), failure, Tally.NONE),
        new Part(otherwise, List.of(), failure, Tally.NONE));
  }

  /// What was noted in all chunks, as one part without items; it comes before both branches.
  public static Part notes(List<Split> splits, Ledger ledger) {
    splits.forEach(split -> ledger.takeOver(split.notes()));
    return Part.notesOf(ledger);
  }
}
