package dev.millrace.bench.suite;

import dev.millrace.bench.workload.HeldFeed;
import dev.millrace.bench.workload.Setting;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.RunResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// **Question:** what does the garbage collector cost a run over a large feed, and does a compact
/// feed save more of that than it costs to read?
///
/// **Varies:** how the feed, what waits to be sorted, and the result are held, how long it is, and
/// the job: `rules` reads most fields and makes new items, `sort` reads one field and keeps every
/// item, `filter` reads two and keeps few. **Fixed:** the items, the engine and its parallelism. An
/// operation is a whole run; [dev.millrace.jmh.PauseProfiler] has the pauses in it,
/// [dev.millrace.jmh.CpuProfiler] the CPU time. The storage `objects` is the control.
///
/// **Expect:** fewer and shorter full collections where the feed is compact, as more room is left
/// for new items. Young pauses alike, since old items are not looked at in either; where `sort` and
/// `rules` keep every item, a compact one is a small object more to copy. CPU time outside of the
/// collector: more by the values that are made anew, less by the memory that is not read, for what
/// no action asks for stays unmade; and more where new items are put into blocks, each value of
/// which is looked at once more.
///
/// **Checks:** over the first items of the feed, so held, the engine gives the reference's answer
/// over objects.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms8g", "-Xmx8g"})
public class GcBenchmark {
  /// How the feed is held, and what a run keeps of it.
  @Param({"objects", "compact"})
  public String storage;

  /// How many items the feed has.
  @Param("1000000")
  public String items;

  /// The job.
  @Param({"rules", "sort", "filter"})
  public String job;

  /// The name of the engine.
  @Param("forkjoin")
  public String engine;

  /// The most threads that a run may use.
  @Param("2")
  public String parallelism;

  private Task task;

  /// Generates the feed, checks the answer over its first items, and settles the heap.
  @Setup
  public void prepare() throws InterruptedException {
    var setting = new Setting(engine, job, Integer.parseInt(parallelism));
    task = HeldFeed.task(storage, Integer.parseInt(items), setting);
    System.gc();
  }

  /// One run over the whole feed.
  @Benchmark
  public RunResult run() throws InterruptedException {
    return task.run();
  }
}
