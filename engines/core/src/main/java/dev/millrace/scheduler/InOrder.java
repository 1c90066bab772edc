package dev.millrace.scheduler;

import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Gathered;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A task for each chunk, any of them at the same time; their results are given in the order of the
/// chunks, up to the first that failed.
///
/// @param <T> the results
public final class InOrder<T extends Gathered> implements Junction<T> {
  private final Stretch stretch;
  private final BiFunction<Chunk, Ledger, T> work;
  private final TaskGraph graph;
  private final Run run;
  private final Queue<Task<Gathered>> tasks = new ArrayDeque<>();
  private final Cutoff cutoff = new Cutoff();
  private int added;
  private boolean ended;

  /// A junction without chunks.
  ///
  /// @param stretch the steps that the tasks do
  /// @param work what is done with each chunk
  /// @param graph where the tasks belong
  /// @param run the run
  public InOrder(Stretch stretch, BiFunction<Chunk, Ledger, T> work, TaskGraph graph, Run run) {
    this.stretch = stretch;
    this.work = work;
    this.graph = graph;
    this.run = run;
  }

  @Override
  public Appetite appetite() {
    return cutoff.isSet() ? Appetite.ENOUGH : Appetite.MORE;
  }

  @Override
  public Task<?> add(Chunk chunk) {
    int index = added++;
    Task<Gathered> task = graph.first(stretch, chunk.size(), () -> result(index, chunk));
    tasks.add(task);
    return task;
  }

  @Override
  public void end() {
    ended = true;
  }

  @Override
  @SuppressWarnings("unchecked") // only results of `work` come before the first failure and are it
  public @Nullable T poll() {
    Task<Gathered> first = tasks.peek();
    if (first == null || !first.hasEnded()) {
      return null;
    }
    graph.handsOn(List.of(tasks.remove()));
    Gathered result = first.result();
    if (result.failure() != null) {
      tasks.clear();
    }
    return (T) result;
  }

  @Override
  public boolean isDone() {
    return ended && tasks.isEmpty();
  }

  private Gathered result(int index, Chunk chunk) {
    if (cutoff.isBefore(index)) {
      return Part.failed(new CancellationException("nothing behind an earlier chunk is needed"));
    }
    T result = work.apply(chunk, run.ledger());
    if (result.failure() != null) {
      cutoff.at(index);
    }
    return result;
  }
}
