package dev.millrace.bench.suite;

import dev.millrace.Engines;
import dev.millrace.bench.evaluator.Allocated;
import dev.millrace.bench.evaluator.EvaluatorJob;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import dev.millrace.bench.evaluator.Pollution;
import dev.millrace.bench.evaluator.TunedLoop;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// **Question:** how near does a plan, which is known at run time only, get to a loop that somebody
/// wrote for it?
///
/// **Varies:** the engine, the job, how the feed is held, how many other plans the JVM has run by
/// the same engine (0, or 50 as a server has), the parallelism. **Fixed:** the rows, and chunks of
/// 1,000. `hand` is the control, the loop over rows of objects with typed fields, in the order of
/// the plan; `tuned` is the best loop known, over data laid out for it: arrays of numbers,
/// dictionary codes, sorts of longs. Where a job has no better loop, `tuned` is `hand` once more,
/// and the two show the error of the measurement. [EvaluatorJob#question] tells of each job, and
/// how much its filters keep.
///
/// **Read it so:** ratios to `hand` of the same job; 1 ms an operation is 5 ns an item.
///
/// **Expect:** (a spike's ratios of CPU time to its loop over rows, 50 plans before) on cheap
/// items, J1 and J7, 3 to 8 for evaluators that call a closure for each item, about 1 for generated
/// code, 0.2 on numbers and 2 on rows for batches of columns; on texts, J2, 1.2 to 1.5 and 1;
/// nothing to see on J6, which measures the machine; closures 20 to 80 times the loop from 30 rules
/// on, batches and generated code 1 to 2 at any length. Grouping by dictionary codes, J4, 0.1;
/// sorts of longs, J5, 1/15, and J5T 1/4.
///
/// **Beside the time:** `allocated`, the bytes that all threads allocate for an item of the feed.
///
/// **Checks:** every engine at each parallelism, and `tuned`, give the answer of `hand`.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class EvaluatorBenchmark {
  /// The job.
  @State(Scope.Benchmark)
  public static class Work {
    /// The job.
    @Param public EvaluatorJobs job;

    private EvaluatorJob<?, ?> job() {
      return job.job();
    }
  }

  /// The runs of one engine.
  @State(Scope.Benchmark)
  public static class Runs {
    /// The engine.
    @Param public Engines engine;

    /// How the feed is held.
    @Param({"objects", "compact"})
    public String storage;

    /// How many other plans the engine runs first.
    @Param({"0", "50"})
    public int otherPlans;

    /// The most threads that a run may use; several degrees are separated by commas.
    @Param({"1", "2"})
    public String parallelism;

    private Rotation<Task> tasks;
    private Task task;

    /// Runs other plans, checks the answer at each parallelism, and settles the heap.
    @Setup
    public void prepare(Work work, Allocated allocated) throws InterruptedException {
      boolean isCompact = storage.equals(Storage.COMPACT.label());
      Pollution.run(engine, isCompact ? Storage.COMPACT : Storage.OBJECTS, otherPlans);
      Feed objects = work.job().feed(allocated.items);
      Feed feed = isCompact ? objects.compact() : objects;
      Answer expected = work.job().answer(allocated.items);
      tasks = Rotation.of(parallelism, threads -> checked(work, feed, threads, expected));
      System.gc();
    }

    private Task checked(Work work, Feed feed, int threads, Answer expected)
        throws InterruptedException {
      RunOptions options = RunOptions.parallel(threads);
      String name = engine.label() + " on " + work.job + " at parallelism " + threads;
      var made = new Task(name, engine.engine(), work.job().checkedPlan(), feed, options);
      made.check(expected);
      return made;
    }

    /// Takes the next parallelism.
    @Setup(Level.Iteration)
    public void turn() {
      task = tasks.next();
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

  /// The loop over data laid out for it.
  @State(Scope.Benchmark)
  public static class Tuned {
    private TunedLoop<?, ?> loop;

    /// Lays the data out, checks the answer, and settles the heap.
    @Setup
    public void prepare(Work work, Allocated allocated) {
      loop = work.job().tunedLoop(allocated.items);
      System.gc();
    }
  }

  /// The plan.
  @Benchmark
  public RunResult run(Allocated allocated, Runs runs) throws InterruptedException {
    allocated.count();
    return runs.task.run();
  }

  /// The loop.
  @Benchmark
  public Object hand(Allocated allocated, Hand hand, Loop parallelism) {
    allocated.count();
    return hand.loop.get();
  }

  /// The best loop.
  @Benchmark
  public Object tuned(Allocated allocated, Tuned tuned, Loop parallelism) {
    allocated.count();
    return tuned.loop.run();
  }
}
