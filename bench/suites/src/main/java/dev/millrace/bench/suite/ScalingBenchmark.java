package dev.millrace.bench.suite;

import dev.millrace.bench.workload.Setting;
import dev.millrace.bench.workload.Task;
import dev.millrace.bench.workload.Workload;
import dev.millrace.engine.RunResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// **Question:** how do run time and CPU time of an engine change with the threads it may use?
///
/// **Varies:** the engine, the job, and the parallelism; sequential engines at 1 only. Several
/// degrees of parallelism, separated by commas, take turns iteration by iteration. **Fixed:** the
/// feed, and so the work: an operation is one whole run over it.
///
/// **Expect:** for `rules` and `text`, run time falling with 1/parallelism down to the cores of the
/// machine and flat beyond, CPU time flat; for `scan`, both flat; for `deduplicate` and
/// `group-sort`, something between. An engine whose CPU time rises pays for its parallelism; one
/// whose run time rises with it has nothing to do for its threads but wait for each other.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScalingBenchmark {
  /// The name of the engine.
  @Param("eager")
  public String engine;

  /// The name of the job.
  @Param("rules")
  public String job;

  /// The most threads that a run may use; several degrees are separated by commas.
  @Param("1")
  public String parallelism;

  /// How many items the feed has.
  @Param("4000")
  public String items;

  private Rotation<Task> tasks;
  private Task task;

  /// Loads the feed and checks the engine's answer, at each parallelism, before it is timed.
  @Setup
  public void prepare() throws InterruptedException {
    var workload = Workload.prepare(Integer.parseInt(items));
    tasks = Rotation.of(parallelism, threads -> workload.task(new Setting(engine, job, threads)));
  }

  /// Takes the next parallelism.
  @Setup(Level.Iteration)
  public void turn() {
    task = tasks.next();
  }

  /// One run over the whole feed.
  @Benchmark
  public RunResult run() throws InterruptedException {
    return task.run();
  }
}
