package dev.millrace.bench.suite;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.ItemAction;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.Keys;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.expression.BasicExpression;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import dev.millrace.trace.Trace;
import dev.millrace.value.Bool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/// **Question:** what does an engine itself cost an item, and what a chunk?
///
/// **Varies:** the engine, the items of a chunk, the parallelism. **Fixed:** the feed, and the
/// plan: a filter that keeps every item, so that next to nothing of an operation is work. A bare
/// loop that puts the items into a list, `loop`, is the reference.
///
/// `traced` runs with a trace: what it takes longer than `run` is the price of noting a unit for
/// each chunk.
///
/// **Read it so:** over 100,000 items, 1 ms is 10 ns an item; what an operation takes longer with
/// chunks of 10 than of 1,000 is the price of 9,900 chunks.
///
/// **Expect:** for sequential engines the same at any chunk, some 5 to 20 ns an item above the
/// loop; for parallel ones as much, and 0.3 to 2 µs of CPU time a chunk, more at parallelism 2 than
/// at 1. (In a spike a chunk cost about 12 ns by a bare cursor, 40 to 60 in a recursive ForkJoin
/// task, 80 to 190 as a task of a pool, and 330 to 400 as a virtual thread of its own; the engines
/// here also keep ledgers, and a pipeline to step.) With nothing to do for a second thread,
/// parallelism 2 may well be slower.
///
/// **Checks:** every item comes out, in order.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class OverheadBenchmark {
  /// The items, and how they are cut.
  @State(Scope.Benchmark)
  public static class Items {
    /// How many there are.
    @Param("100000")
    public int items;

    /// How many items a chunk has; several sizes are separated by commas.
    @Param({"10", "100", "1000"})
    public String chunk;

    private Feed feed;

    /// Makes the feed.
    @Setup
    public void prepare() {
      feed = Keys.DISTINCT.feed(items);
    }
  }

  /// The runs of one engine.
  @State(Scope.Benchmark)
  public static class Runs {
    /// The engine.
    @Param public Engines engine;

    /// The most threads that a run may use.
    @Param({"1", "2"})
    public int parallelism;

    private Rotation<Task> tasks;
    private Task task;

    /// Checks the answer with each size of chunks.
    @Setup
    public void prepare(Items items) throws InterruptedException {
      tasks = Rotation.of(items.chunk, size -> task(engine, parallelism, size, items.feed));
    }

    /// Takes the next size.
    @Setup(Level.Iteration)
    public void turn() {
      task = tasks.next();
    }
  }

  /// The runs of one engine, each with a trace of its units.
  @State(Scope.Benchmark)
  public static class Traced {
    /// The engine.
    @Param({"FORKJOIN", "WORKOR_LOCKFREE", "CURSOR_TIERED"})
    public Engines engine;

    /// The most threads that a run may use.
    @Param({"1", "2"})
    public int parallelism;

    private Rotation<Task> tasks;
    private Task task;

    /// Checks the answer with each size of chunks.
    @Setup
    public void prepare(Items items) throws InterruptedException {
      tasks = Rotation.of(items.chunk, size -> task(engine, parallelism, size, items.feed));
    }

    /// Takes the next size.
    @Setup(Level.Iteration)
    public void turn() {
      task = tasks.next();
    }
  }

  private static Task task(Engines engine, int parallelism, int size, Feed feed)
      throws InterruptedException {
    List<Action> keepAll = List.of(new ItemAction.Filter(new BasicExpression.Literal(Bool.TRUE)));
    RunOptions options = RunOptions.parallel(parallelism).with(new Chunking.Fixed(size));
    Plan plan = Plan.of(keepAll, feed.schema());
    var made = new Task(engine + ", " + options, engine.engine(), plan, feed, options);
    made.check(Answer.of(feed));
    return made;
  }

  /// All items through the filter.
  @Benchmark
  public RunResult run(Runs runs) throws InterruptedException {
    return runs.task.run();
  }

  /// All items through the filter, every unit of it noted.
  @Benchmark
  public RunResult traced(Traced runs) throws InterruptedException {
    return runs.task.run(new RunHandle(runs.parallelism, new Trace()));
  }

  /// All items into a list.
  @Benchmark
  public List<Item> loop(Items items, Loop loop) {
    var all = new ArrayList<Item>();
    items.feed.forEach(all::add);
    return all;
  }
}
