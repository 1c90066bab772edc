package dev.millrace.scheduler;

import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Ordered;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;

/// Makes the junctions of a run.
public final class Junctions {
  private Junctions() {}

  /// The junction of an ordered stage.
  public static Junction<Chunk> oneByOne(
      Stretch stretch, Ordered ordered, TaskGraph graph, Run run) {
    return new OneByOne(stretch, ordered, graph, run);
  }

  /// The junction of an aggregation.
  public static Junction<Chunk> joined(
      Stretch stretch, Aggregated<?> aggregated, TaskGraph graph, Run run) {
    return new Joined<>(stretch, aggregated, graph, run);
  }

  /// The junction of a gathering.
  public static Junction<Chunk> collected(
      Stretch stretch, Collected<?> collected, TaskGraph graph, Run run) {
    return new CollectedChunks<>(stretch, collected, graph, run);
  }
}
