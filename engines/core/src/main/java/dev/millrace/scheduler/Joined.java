package dev.millrace.scheduler;

import dev.millrace.join.Joining;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Chunks;
import dev.millrace.pipeline.Cutter;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Runs of an aggregation, made in parallel and joined by tasks; what comes out of each joined
/// block is cut into chunks again, so that what follows is parallel.
///
/// What was noted in the runs is given first, when all of them have ended; if one failed, its
/// failure is all that is given.
///
/// @param <S> what the aggregation's entries keep
final class Joined<S> implements Junction<Chunk> {
  private final Stretch stretch;
  private final Aggregated<S> aggregated;
  private final TaskGraph graph;
  private final Run run;
  private final Joining<S> joining;
  private final Cutter cutter;
  private final Cutoff cutoff = new Cutoff();
  private final List<Task<Block<S>>> runs = new ArrayList<>();
  private final List<Block<S>> made = new ArrayList<>();
  private final Queue<Task<Block<S>>> joined = new ArrayDeque<>();
  private List<Task<Block<S>>> opened = List.of();
  private @Nullable Chunks chunks;
  private boolean ended;
  private boolean noted;

  Joined(Stretch stretch, Aggregated<S> aggregated, TaskGraph graph, Run run) {
    this.stretch = stretch;
    this.aggregated = aggregated;
    this.graph = graph;
    this.run = run;
    this.joining = Joining.begin(run.options().join(), aggregated.aggregation(), graph);
    this.cutter = run.cutter();
  }

  @Override
  public Appetite appetite() {
    return cutoff.isSet() ? Appetite.ENOUGH : Appetite.MORE;
  }

  @Override
  public Task<?> add(Chunk chunk) {
    int index = runs.size();
    Task<Block<S>> task = graph.first(stretch, chunk.size(), () -> made(index, chunk));
    runs.add(task);
    joining.add(task);
    return task;
  }

  @Override
  public void end() {
    ended = true;
    joined.addAll(joining.end());
  }

  @Override
  public @Nullable Chunk poll() {
    if (!noted) {
      return notes();
    }
    while (chunks == null || !chunks.hasNext()) {
      Task<Block<S>> first = joined.peek();
      if (first == null || !first.hasEnded()) {
        return null;
      }
      opened = List.of(joined.remove());
      chunks = aggregated.chunks(first.result(), cutter);
    }
    graph.handsOn(opened);
    return chunks.next();
  }

  @Override
  public boolean isDone() {
    return noted && joined.isEmpty() && (chunks == null || !chunks.hasNext());
  }

  private Block<S> made(int index, Chunk chunk) {
    if (cutoff.isBefore(index)) {
      return Block.of(List.of());
    }
    Block<S> block = aggregated.gather(run.held(chunk), index, run.ledger());
    if (block.failure() != null) {
      cutoff.at(index);
    }
    return block;
  }

  /// The notes of all runs once they have ended, or the first failure once it is known to be it.
  private @Nullable Chunk notes() {
    boolean failed = false;
    while (!failed && made.size() < runs.size() && runs.get(made.size()).hasEnded()) {
      Block<S> next = runs.get(made.size()).result();
      made.add(next);
      failed = next.failure() != null;
    }
    if (failed) {
      joined.clear();
    }
    noted = failed || (ended && made.size() == runs.size());
    if (!noted) {
      return null;
    }
    graph.handsOn(runs);
    return aggregated.notes(made, run.ledger());
  }
}
