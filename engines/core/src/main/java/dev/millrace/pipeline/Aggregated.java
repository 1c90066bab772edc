package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.Aggregation.Collector;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An aggregation: a run for each chunk, joins of the runs (`dev.millrace.join`), then the items of
/// the entries that come out.
///
/// What goes into a run is counted as lost, and what comes out of the joins as found again. So the
/// counts are right however runs are joined, and no join has to count.
///
/// @param aggregation the aggregation
/// @param <S> what an entry keeps beside its key
public record Aggregated<S>(Aggregation<S> aggregation) implements Seam {
  private static final int ENTRIES_BETWEEN_CHECKS = 256;

  /// The run of one chunk. Sorted by the order of a [Sorting], folded and in the order of places of
  /// a [Folding]; without entries if the chunk fails.
  public Block<S> gather(Chunk chunk, int index, Ledger ledger) {
    try {
      List<Entry<S>> entries = run(chunk.open(ledger), index, ledger);
      return new Block<>(entries, Part.notesOf(ledger), null);
    } catch (Throwable thrown) {
      return Block.failed(thrown);
    }
  }

  /// What was noted in all runs, as one part without items, which comes before all that comes out.
  /// If a run failed, the first that did is what comes of the whole aggregation: the part has that
  /// failure, and nothing may follow it.
  ///
  /// @param runs the runs of all chunks, in order
  public Part notes(List<Block<S>> runs, Ledger ledger) {
    for (Block<S> run : runs) {
      Throwable failure = run.failure();
      if (failure != null) {
        return Part.failed(failure);
      }
      ledger.takeOver(run.notes());
    }
    return Part.notesOf(ledger);
  }

  /// The items that come out of a joined block, in chunks. An entry becomes an item when its chunk
  /// is opened and the item asked for.
  public Chunks chunks(Block<S> joined, Cutter cutter) {
    List<Entry<S>> entries = joined.entries();
    return new Chunks(
        entries.size(), (from, to) -> ledger -> items(entries.subList(from, to), ledger), cutter);
  }

  /// The items that come out of one stream alone, which is drained when the first is asked for.
  public ItemStream lazily(ItemStream in, Ledger ledger) {
    return new Lazy(() -> {
      List<Entry<S>> run = run(in, 0, ledger);
      return items(
          switch (aggregation) {
            case Folding<S> _ -> run;
            case Sorting<S> sorting -> Sorted.completed(sorting, run);
          },
          ledger);
    });
  }

  private List<Entry<S>> run(ItemStream in, int index, Ledger ledger) {
    return switch (aggregation) {
      case Folding<S> folding -> {
        var folded = new Folded<>(folding);
        collect(in, index, ledger, folded::add);
        yield folded.entries();
      }
      case Sorting<S> sorting -> {
        var sorted = new Sorted<>(sorting);
        collect(in, index, ledger, sorted::add);
        yield sorted.entries();
      }
    };
  }

  private void collect(ItemStream in, int chunk, Ledger ledger, Consumer<Entry<S>> into) {
    var collector =
        new Collector<S>() {
          private int count;

          @Override
          public void add(Key key, S state) {
            into.accept(new Entry<>(key, Entry.place(chunk, count++), state));
          }
        };
    aggregation.each(in, ledger, collector);
    lost(collector.count, ledger);
  }

  private void lost(long items, Ledger ledger) {
    if (aggregation.isMerging()) {
      ledger.merged(items);
    } else {
      ledger.filtered(items);
    }
  }

  private ItemStream items(List<Entry<S>> entries, Ledger ledger) {
    Iterator<Entry<S>> rest = entries.iterator();
    return new ItemStream() {
      private int untilCheck;

      @Override
      public @Nullable Item next() {
        while (rest.hasNext()) {
          if (untilCheck-- == 0) {
            ledger.checkpoint();
            untilCheck = ENTRIES_BETWEEN_CHECKS;
          }
          Entry<S> entry = rest.next();
          if (aggregation.survives(entry)) {
            lost(-1, ledger);
            Item item = aggregation.item(entry, ledger);
            if (item != null) {
              return item;
            }
          }
        }
        return null;
      }
    };
  }
}
