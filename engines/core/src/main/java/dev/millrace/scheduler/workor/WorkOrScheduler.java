package dev.millrace.scheduler.workor;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.scheduler.InOrder;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.slot.Slots;
import dev.millrace.task.TaskGraph;
import java.util.concurrent.ExecutorService;

/// Parallel: as many workers as the run may use share a two-level pipeline and drain its chunks.
///
/// Work O(n), span O(chunk + ordered stages + the last joins + steps of the outer pipeline), memory
/// O(n) for the results of each segment. At most one unit a worker is under way. No step of the
/// outer pipeline waits, and the number of workers may change at any time.
///
/// After the evaluator of Channable's "Parallel streaming in Haskell".
///
/// @param slots where units leave their results
/// @param handOff how the workers share the outer pipeline
/// @param threads what the workers run on
/// @param meter counts what the hand-off policy does
public record WorkOrScheduler(Slots slots, HandOffs handOff, Threads threads, HandOffMeter meter)
    implements Scheduler {
  /// A scheduler with a meter of its own.
  public WorkOrScheduler(Slots slots, HandOffs handOff, Threads threads) {
    this(slots, handOff, threads, new HandOffMeter());
  }

  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    var graph = new TaskGraph(slots);
    var pipes = new Pipes(graph, run);
    Pipe<Chunk> source = pipes.source(Part.chunks(feed, run.cutter()));
    var results =
        new SegmentPipe<>(
            pipes.pipe(pipeline, source), new InOrder<>(Part::drain, graph, run), graph);
    var sink = new SinkPipe(results);
    try (ExecutorService executor = threads.start()) {
      HandOff shared = handOff.share(sink, executor, meter);
      new Workers(shared, executor, run.handle(), graph).run();
    }
    return Outcome.of(sink.parts());
  }
}
