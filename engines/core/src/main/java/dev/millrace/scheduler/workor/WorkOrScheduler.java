package dev.millrace.scheduler.workor;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.scheduler.InOrder;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.slot.Slots;
import dev.millrace.task.TaskGraph;
import dev.millrace.trace.Trace;
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
/// @param waiting what a step does that has nothing to give yet
/// @param meter counts what the hand-off policy does, over all runs
public record WorkOrScheduler(
    Slots slots, HandOffs handOff, Threads threads, Waiting waiting, HandOffMeter meter)
    implements Scheduler {
  /// A scheduler whose steps never wait, with a meter of its own.
  public WorkOrScheduler(Slots slots, HandOffs handOff, Threads threads) {
    this(slots, handOff, threads, Waiting.PENDING, new HandOffMeter());
  }

  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    var graph = new TaskGraph(slots, run.handle()::check, run.handle().trace());
    var sink = new SinkPipe(results(pipeline, feed, new Pipes(graph, run)));
    Pipe<Void> outer =
        switch (waiting) {
          case PENDING -> sink;
          case BLOCKING -> new BlockingPipe(sink, run.handle());
        };
    try (ExecutorService executor = threads.start()) {
      HandOff shared = handOff.share(outer, executor, meter);
      var workers = new Workers(shared, executor, run.handle(), graph);
      run.handle().note(Trace::leave);
      workers.run();
    }
    return Outcome.of(sink.parts());
  }

  private static Pipe<Part> results(Pipeline pipeline, Feed feed, Pipes pipes) {
    var chunks = pipes.pipe(pipeline, pipes.source(Part.chunks(feed, pipes.run().cutter())));
    return new SegmentPipe<>(
        chunks,
        new InOrder<>(pipeline.last(), pipes.run()::drained, pipes.graph(), pipes.run()),
        pipes.graph());
  }
}
