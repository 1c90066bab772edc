package dev.millrace.bench.peer;

import dev.millrace.Engines;
import dev.millrace.bench.evaluator.Allocated;
import dev.millrace.bench.evaluator.EvaluatorJob;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.Task;
import dev.millrace.bench.workload.WrongAnswerException;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// **Question:** what do the same jobs cost on the libraries that people use for them?
///
/// **Varies:** the job, and who does it: a peer, as its users would write the job, by item or by
/// chunk; or one of our engines, over a feed of objects or a compact one. **Fixed:** the rows, the
/// parallelism, and that what comes out is in order. `hand`, the loop over rows of objects, is the
/// control.
///
/// **Read it so:** ratios to `hand`, of run time and of CPU time. A peer's lambdas are compiled
/// with the program, our plans are known at run time only, so the peers are at their best. DuckDB
/// holds rows and results in tables of its own, as its users would; rows come in, and results go
/// out, when nothing is measured.
///
/// **Expect:** (from a spike, at parallelism 2) by chunk 0.5 to 0.65 of the loop's time on texts
/// for all, as much CPU time as the loop and 3 to 20 of 100 more; on cheap items most slower than
/// the loop itself, and by item several times; a virtual thread an item hundreds of times. Sorts
/// that compare objects 7 times ours and more. Target: our default engine takes less time and less
/// CPU time than every peer of the JVM, and at most twice the CPU time of DuckDB on groups and
/// sorts.
///
/// **Checks:** every peer and every engine gives the answer of `hand`.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {
      "-Xms4g",
      "-Xmx4g",
      "-XX:+AlwaysPreTouch",
      "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2"
    })
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PeersBenchmark {
  /// The job.
  @State(Scope.Benchmark)
  public static class Work {
    /// The job.
    @Param({"J1", "J2", "J3", "J4", "J5", "J5T", "J7"})
    public EvaluatorJobs job;

    /// The most threads that peers and engines may use. Parallel streams use the common pool, which
    /// the JVM is started with.
    @Param("2")
    public int parallelism;

    private EvaluatorJob<?, ?> job() {
      return job.job();
    }
  }

  /// A peer that is ready.
  @State(Scope.Benchmark)
  public static class Library {
    /// The peer.
    @Param public Peers peer;

    private Peer opened;
    private PeerRun run;

    /// Loads the rows, checks the answer, and settles the heap.
    @Setup
    public void prepare(Work work, Allocated allocated) {
      opened = peer.open(work.parallelism);
      run = opened.prepare(work.job, allocated.items);
      Answer expected = work.job().answer(allocated.items);
      Answer got = run.answer();
      if (!got.equals(expected)) {
        throw new WrongAnswerException(peer + " on " + work.job, expected, got);
      }
      System.gc();
    }

    /// Ends the peer's threads.
    @TearDown
    public void close() {
      opened.close();
    }
  }

  /// An engine that is ready.
  @State(Scope.Benchmark)
  public static class Ours {
    /// The engine.
    @Param public Engines engine;

    /// How the feed is held.
    @Param({"objects", "compact"})
    public String storage;

    private Task task;

    /// Loads the feed, checks the answer, and settles the heap.
    @Setup
    public void prepare(Work work, Allocated allocated) throws InterruptedException {
      Feed objects = work.job().feed(allocated.items);
      Feed feed = storage.equals(Storage.COMPACT.label()) ? objects.compact() : objects;
      RunOptions options = RunOptions.parallel(work.parallelism);
      String name = engine.label() + " on " + work.job;
      task = new Task(name, engine.engine(), work.job().checkedPlan(), feed, options);
      task.check(work.job().answer(allocated.items));
      System.gc();
    }
  }

  /// The loop over rows of objects.
  @State(Scope.Benchmark)
  public static class Hand {
    private Supplier<?> loop;

    /// Makes the rows and settles the heap.
    @Setup
    public void prepare(Work work, Allocated allocated) {
      loop = work.job().handLoop(allocated.items);
      System.gc();
    }
  }

  /// The job by a peer.
  @Benchmark
  public Object peer(Allocated allocated, Library library) {
    allocated.count();
    return library.run.run();
  }

  /// The plan by an engine.
  @Benchmark
  public RunResult engine(Allocated allocated, Ours ours) throws InterruptedException {
    allocated.count();
    return ours.task.run();
  }

  /// The loop.
  @Benchmark
  public Object hand(Allocated allocated, Hand hand) {
    allocated.count();
    return hand.loop.get();
  }
}
