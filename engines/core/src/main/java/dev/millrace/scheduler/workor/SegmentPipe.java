package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Chunk;
import dev.millrace.scheduler.Junction;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;

/// Drives a junction: what it has to give comes first, then tasks that have become ready, then the
/// next chunk from upstream.
///
/// @param <T> what the junction gives
final class SegmentPipe<T> implements Pipe<T> {
  private final Pipe<Chunk> upstream;
  private final Junction<T> junction;
  private final TaskGraph graph;
  private boolean ended;

  SegmentPipe(Pipe<Chunk> upstream, Junction<T> junction, TaskGraph graph) {
    this.upstream = upstream;
    this.junction = junction;
    this.graph = graph;
  }

  /// The version of the graph is taken before anything is looked at: whatever changes after that
  /// ends the wait.
  @Override
  public WorkOr<T> step() {
    long version = graph.version();
    while (true) {
      T value = junction.poll();
      if (value != null) {
        return new Value<>(value);
      }
      Task<?> ready = graph.poll();
      if (ready != null) {
        return new Work<>(ready);
      }
      if (junction.isDone()) {
        return new Done<>();
      }
      if (ended) {
        return pending(version);
      }
      switch (junction.appetite()) {
        case ENOUGH -> end();
        case LATER -> {
          return pending(version);
        }
        case MORE -> {
          switch (upstream.step()) {
            case Value<Chunk>(Chunk chunk) -> {
              return new Work<>(junction.add(chunk));
            }
            case Work<Chunk>(Runnable unit) -> {
              return new Work<>(unit);
            }
            case Pending<Chunk> _ -> {
              return pending(version);
            }
            case Done<Chunk> _ -> end();
          }
        }
      }
    }
  }

  private void end() {
    ended = true;
    junction.end();
  }

  /// @throws IllegalStateException if there is no task that could end the wait
  private WorkOr<T> pending(long version) {
    if (graph.isIdle() && graph.version() == version) {
      throw new IllegalStateException("the pipeline waits for nothing");
    }
    return new Pending<>(graph.changeSince(version));
  }
}
