package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An aggregation: a run for each chunk, then one merge.
///
/// @param aggregation the aggregation
/// @param <R> its runs
public record Aggregated<R>(Aggregation<R> aggregation) implements Seam {
  /// The run of one chunk, and what was noted while it was made.
  ///
  /// @param run the run
  /// @param notes the notes, a part without items
  /// @param <R> the run's type
  public record Run<R>(R run, Part notes) implements Gathered {
    @Override
    public @Nullable Throwable failure() {
      return null;
    }
  }

  /// The run of one chunk, on any thread.
  public Gathered gather(Chunk chunk, Ledger ledger) {
    try {
      R run = aggregation.run(chunk.open(ledger), ledger);
      return new Run<>(run, Part.notesOf(ledger));
    } catch (Throwable thrown) {
      return Part.failed(thrown);
    }
  }

  /// What comes out of the runs of all chunks, in order; if one failed, that failure.
  public Part combine(List<Gathered> gathered, Ledger ledger) {
    var runs = new ArrayList<R>();
    for (Gathered one : gathered) {
      Throwable failure = one.failure();
      if (failure != null) {
        return Part.failed(failure);
      }
      Run<R> run = cast(one);
      ledger.takeOver(run.notes());
      runs.add(run.run());
    }
    return Part.drain(all -> merged(runs, all), ledger);
  }

  /// The items that come out of runs, in order.
  public ItemStream merged(List<R> runs, Ledger ledger) {
    Iterator<Item> items = aggregation.merge(runs, ledger).iterator();
    return () -> items.hasNext() ? items.next() : null;
  }

  /// The items that come out of one stream alone, which is drained when the first is asked for.
  public ItemStream lazily(ItemStream in, Ledger ledger) {
    return new Lazy(() -> merged(List.of(aggregation.run(in, ledger)), ledger));
  }

  @SuppressWarnings("unchecked") // only runs of this aggregation are gathered for it
  private Run<R> cast(Gathered one) {
    return (Run<R>) one;
  }
}
