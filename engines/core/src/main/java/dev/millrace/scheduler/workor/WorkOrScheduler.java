package dev.millrace.scheduler.workor;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.scheduler.Gather;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.slot.Slots;
import java.util.concurrent.ThreadFactory;

/// Parallel: as many workers as the run may use take turns to advance a two-level pipeline and
/// drain its chunks.
///
/// Work O(n), span O(chunk + what gatherings do alone + steps of the outer pipeline), memory O(n)
/// for the results of each segment. At most one unit a worker is under way, so there is no queue.
///
/// After the evaluator of Channable's "Parallel streaming in Haskell".
public final class WorkOrScheduler implements Scheduler {
  private final Slots slots;
  private final ThreadFactory threads;

  /// A scheduler.
  ///
  /// @param slots where units leave their results
  /// @param threads makes the workers
  public WorkOrScheduler(Slots slots, ThreadFactory threads) {
    this.slots = slots;
    this.threads = threads;
  }

  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    var workers = new Workers(run.cancellation());
    var pipes = new Pipes(run, slots, workers::wake);
    Pipe<Chunk> source = pipes.source(Part.chunks(feed, run.cutter().next()));
    Gather results = pipes.gather((chunk, _, ledger) -> Part.drain(chunk, ledger), Long.MAX_VALUE);
    workers.run(
        pipes.sink(pipes.pipe(pipeline, source), results), run.options().parallelism(), threads);
    return Outcome.of(results.take().stream().map(Part.class::cast).toList());
  }
}
