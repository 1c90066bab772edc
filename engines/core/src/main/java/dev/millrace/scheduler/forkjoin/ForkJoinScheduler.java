package dev.millrace.scheduler.forkjoin;

import dev.millrace.engine.RunHandle;
import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Failures;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Permits;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.scheduler.Waves;
import dev.millrace.scheduler.WorkerPool;
import dev.millrace.slot.Slots;
import dev.millrace.task.TaskGraph;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;

/// Parallel: each segment is a list of chunk streams, one task of a
/// [java.util.concurrent.ForkJoinPool] for each; a segment begins when the one before has ended.
///
/// Work O(n), span O(chunk + ordered stages + joins), memory O(n) for the results of each segment.
/// The pool lives as long as the run. A limit does not keep chunks behind it from being evaluated.
/// When the parallelism is lowered, threads that may not work wait at the beginning of a unit.
///
/// @param slots where units leave their results
public record ForkJoinScheduler(Slots slots) implements Scheduler {
  private static final int MOST = 0x7fff;

  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    RunHandle handle = run.handle();
    try (var pool = WorkerPool.of(threads(handle.parallelism()), false)) {
      handle.onChange(() -> pool.setParallelism(threads(handle.parallelism())));
      var permits = new Permits(handle);
      var waves =
          new Waves(
              new TaskGraph(slots, handle::check, handle.trace()),
              run,
              units -> invokeAll(units, permits));
      // Its `get` loses no interrupt; that of a ForkJoinTask may, when it comes as the task ends.
      var parts = new CompletableFuture<List<Part>>();
      pool.execute(() -> parts.complete(parts(waves, pipeline, feed)));
      return Outcome.of(join(parts, run));
    }
  }

  private static List<Part> parts(Waves waves, Pipeline pipeline, Feed feed) {
    try {
      return waves.parts(pipeline, feed);
    } catch (Throwable thrown) {
      return List.of(Part.failed(thrown));
    }
  }

  private static void invokeAll(List<? extends Runnable> units, Permits permits) {
    ForkJoinTask.invokeAll(
        units.stream().map(unit -> ForkJoinTask.adapt(() -> permits.run(unit))).toList());
  }

  private static int threads(int parallelism) {
    return Math.clamp(parallelism, 1, MOST);
  }

  /// Waits for the parts; the pool is closed, and so empty, before the run ends.
  private static List<Part> join(Future<List<Part>> parts, Run run) throws InterruptedException {
    try {
      return parts.get();
    } catch (InterruptedException interrupted) {
      run.handle().cancel();
      throw interrupted;
    } catch (ExecutionException failed) {
      throw Failures.rethrow(Objects.requireNonNullElse(failed.getCause(), failed));
    }
  }
}
