package dev.millrace.scheduler;

import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Gathered;
import dev.millrace.pipeline.Part;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// TEMPORARY
final class Joined<R> implements Junction<Chunk> {
  private final Aggregated<R> aggregated;
  private final TaskGraph graph;
  private final Run run;
  private final List<Task<Gathered>> runs = new ArrayList<>();
  private final Queue<Chunk> out = new ArrayDeque<>();
  private @Nullable Task<Part> merged;
  private boolean ended;
  private boolean given;

  Joined(Aggregated<R> aggregated, TaskGraph graph, Run run) {
    this.aggregated = aggregated;
    this.graph = graph;
    this.run = run;
  }

  @Override
  public Appetite appetite() {
    return Appetite.MORE;
  }

  @Override
  public Task<?> add(Chunk chunk) {
    Task<Gathered> task = graph.first(() -> aggregated.gather(chunk, run.ledger()));
    runs.add(task);
    return task;
  }

  @Override
  public void end() {
    ended = true;
    merged =
        graph.after(
            runs, () -> aggregated.combine(runs.stream().map(Task::result).toList(), run.ledger()));
  }

  @Override
  public @Nullable Chunk poll() {
    if (merged != null && merged.hasEnded() && !given) {
      given = true;
      out.addAll(merged.result().slices(run.cutter()));
    }
    return out.poll();
  }

  @Override
  public boolean isDone() {
    return ended && given && out.isEmpty();
  }
}
