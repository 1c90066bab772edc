package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Appended;
import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Segment;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.scheduler.InOrder;
import dev.millrace.scheduler.Junctions;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Stretch;
import java.util.Iterator;
import java.util.List;

/// Makes the outer pipeline of a run.
///
/// @param graph the tasks of the run
/// @param run the run
record Pipes(TaskGraph graph, Run run) {
  /// Chunks one after another.
  Pipe<Chunk> source(Iterator<? extends Chunk> chunks) {
    return () -> {
      graph.handsOn(List.of());
      return chunks.hasNext() ? new Value<>(chunks.next()) : new Done<>();
    };
  }

  /// The chunks that come out of a pipeline.
  Pipe<Chunk> pipe(Pipeline pipeline, Pipe<Chunk> source) {
    Pipe<Chunk> pipe = source;
    for (Segment segment : pipeline.segments()) {
      pipe = segment(segment, through(segment.items(), pipe));
    }
    return through(pipeline.tail(), pipe);
  }

  private Pipe<Chunk> segment(Segment segment, Pipe<Chunk> upstream) {
    Stretch stretch = segment.stretch();
    return switch (segment.end()) {
      case Appended appended -> concat(upstream, source(appended.chunks(run.cutter())));
      case Ordered ordered ->
          new SegmentPipe<>(upstream, Junctions.oneByOne(stretch, ordered, graph, run), graph);
      case Aggregated<?> aggregated ->
          new SegmentPipe<>(upstream, Junctions.joined(stretch, aggregated, graph, run), graph);
      case Collected<?> collected ->
          new SegmentPipe<>(upstream, Junctions.collected(stretch, collected, graph, run), graph);
      case Branched branched ->
          new BranchPipe(
              new SegmentPipe<>(
                  upstream, new InOrder<>(stretch, branched::gather, graph, run), graph),
              source -> pipe(branched.then(), source),
              source -> pipe(branched.otherwise(), source),
              this);
    };
  }

  private static Pipe<Chunk> concat(Pipe<Chunk> first, Pipe<Chunk> second) {
    return () -> {
      WorkOr<Chunk> step = first.step();
      return step instanceof Done<Chunk> ? second.step() : step;
    };
  }

  private static Pipe<Chunk> through(StreamStage stage, Pipe<Chunk> upstream) {
    return () ->
        switch (upstream.step()) {
          case Value<Chunk>(Chunk chunk) -> new Value<>(chunk.through(stage));
          case WorkOr<Chunk> untouched -> untouched;
        };
  }
}
