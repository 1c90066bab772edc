package dev.millrace.scheduler;

import dev.millrace.join.SequentialJoins;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Gathered;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import java.util.ArrayList;
import java.util.List;

/// What comes of an aggregation when one unit joins all its runs.
public final class Joined {
  private Joined() {}

  /// The items that come out of the runs of all chunks, in order; the first failure of a run, if
  /// there is one.
  public static <S> Part of(
      Aggregated<S> aggregated, List<Gathered> gathered, Run run, Ledger ledger) {
    List<Block<S>> runs = gathered.stream().<Block<S>>map(Joined::cast).toList();
    Part notes = aggregated.notes(runs, run.ledger());
    if (notes.failure() != null) {
      return notes;
    }
    var chunks = new ArrayList<Chunk>();
    chunks.add(notes);
    for (Block<S> block :
        SequentialJoins.join(run.options().join(), aggregated.aggregation(), runs)) {
      chunks.addAll(aggregated.chunks(block, run.cutter()));
    }
    return Part.drain(Part.concat(chunks), ledger);
  }

  @SuppressWarnings("unchecked") // only runs of this aggregation are gathered for it
  private static <S> Block<S> cast(Gathered run) {
    return (Block<S>) run;
  }
}
