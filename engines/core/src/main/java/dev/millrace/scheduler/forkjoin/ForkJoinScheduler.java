package dev.millrace.scheduler.forkjoin;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Appended;
import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Failures;
import dev.millrace.pipeline.Gathered;
import dev.millrace.pipeline.Gathering;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Segment;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.scheduler.Gather;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.slot.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiFunction;

/// Parallel: each segment is a list of chunk streams, one task of a [ForkJoinPool] for each; a
/// segment begins when the one before has ended.
///
/// Work O(n), span O(chunk + what gatherings do alone), memory O(n) for the results of each
/// segment. The pool lives as long as the run. A limit does not keep chunks behind it from being
/// evaluated.
public final class ForkJoinScheduler implements Scheduler {
  private final Slots slots;

  /// A scheduler whose chunks leave their results in slots of one kind.
  public ForkJoinScheduler(Slots slots) {
    this.slots = slots;
  }

  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    List<Chunk> source = Part.chunks(feed, run.cutter().next());
    try (var pool = pool(run.options().parallelism())) {
      return Outcome.of(join(pool.submit(() -> parts(pipeline, source, run)), run));
    }
  }

  private static ForkJoinPool pool(int parallelism) {
    ForkJoinPool.ForkJoinWorkerThreadFactory named =
        pool -> {
          var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
          thread.setName("millrace-worker-" + thread.getPoolIndex());
          return thread;
        };
    return new ForkJoinPool(parallelism, named, null, false);
  }

  private static List<Part> join(ForkJoinTask<List<Part>> task, Run run)
      throws InterruptedException {
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      run.cancellation().cancel();
      task.quietlyJoin();
      throw interrupted;
    } catch (ExecutionException failed) {
      throw Failures.rethrow(Objects.requireNonNullElse(failed.getCause(), failed));
    }
  }

  private List<Part> parts(Pipeline pipeline, List<Chunk> source, Run run) {
    try {
      List<Gathered> parts = fork(chunks(pipeline, source, run), Part::drain, run);
      return parts.stream().map(Part.class::cast).toList();
    } catch (Throwable thrown) {
      return List.of(Part.failed(thrown));
    }
  }

  private List<Chunk> chunks(Pipeline pipeline, List<Chunk> source, Run run)
      throws InterruptedException {
    List<Chunk> chunks = source;
    for (Segment segment : pipeline.segments()) {
      List<Chunk> in = through(segment.items(), chunks);
      chunks =
          switch (segment.end()) {
            case Appended appended -> append(in, appended.chunks(run.cutter().next()));
            case Gathering end -> combine(end, fork(in, end::gather, run), run);
          };
    }
    return through(pipeline.tail(), chunks);
  }

  private static List<Chunk> append(List<Chunk> chunks, List<Chunk> more) {
    var all = new ArrayList<>(chunks);
    all.addAll(more);
    return all;
  }

  private List<Chunk> combine(Gathering gathering, List<Gathered> gathered, Run run)
      throws InterruptedException {
    return switch (gathering) {
      case Ordered ordered -> slices(ordered.combine(gathered, run.ledger()), run);
      case Aggregated<?> aggregated -> slices(aggregated.combine(gathered, run.ledger()), run);
      case Branched branched -> {
        var chunks = new ArrayList<Chunk>();
        chunks.add(Branched.notes(gathered, run.ledger()));
        chunks.addAll(chunks(branched.then(), Branched.then(gathered), run));
        chunks.addAll(chunks(branched.otherwise(), Branched.otherwise(gathered), run));
        yield chunks;
      }
    };
  }

  private List<Gathered> fork(List<Chunk> chunks, BiFunction<Chunk, Ledger, Gathered> work, Run run)
      throws InterruptedException {
    var gather = new Gather(work, Long.MAX_VALUE, slots, run);
    ForkJoinTask.invokeAll(
        chunks.stream().map(chunk -> ForkJoinTask.adapt(gather.unit(chunk))).toList());
    return gather.take();
  }

  private static List<Chunk> through(StreamStage stage, List<Chunk> chunks) {
    return chunks.stream().map(chunk -> chunk.through(stage)).toList();
  }

  private static List<Chunk> slices(Part part, Run run) {
    return List.copyOf(part.slices(run.cutter().next()));
  }
}
