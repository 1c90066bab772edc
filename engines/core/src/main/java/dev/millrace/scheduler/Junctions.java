package dev.millrace.scheduler;

import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Ordered;
import dev.millrace.task.TaskGraph;

/// Makes the junctions of a run.
public final class Junctions {
  private Junctions() {}

  /// The junction of an ordered stage.
  public static Junction<Chunk> oneByOne(Ordered ordered, TaskGraph graph, Run run) {
    return new OneByOne(ordered, graph, run);
  }

  /// The junction of an aggregation.
  public static Junction<Chunk> joined(Aggregated<?> aggregated, TaskGraph graph, Run run) {
    return new Joined<>(aggregated, graph, run);
  }

  /// The junction of a gathering.
  public static Junction<Chunk> collected(Collected<?> collected, TaskGraph graph, Run run) {
    return new CollectedChunks<>(collected, graph, run);
  }
}
