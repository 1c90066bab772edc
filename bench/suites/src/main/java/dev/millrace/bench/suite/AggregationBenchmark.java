package dev.millrace.bench.suite;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.Keys;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.io.plan.PlanFile;
import dev.millrace.plan.Plan;
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

/// **Question:** by which strategy should the runs of an aggregation be joined, and does it depend
/// on the keys?
///
/// **Varies:** the strategy, the action, how keys are distributed, the parallelism. **Fixed:** the
/// count of items, chunks of 1,000, the engine `workor-lockfree`. `eager`, the sequential engine,
/// is the reference.
///
/// **Expect:** with few keys (`FEW`, `EQUAL`, `ZIPF`) hardly a difference for groups and
/// deduplication, since runs shrink to their keys before they are joined. With keys that are all
/// different nothing shrinks: the last merge of a tree touches every item on one thread and bounds
/// the gain, while key ranges and hash partitions join in parallel, at the price of cutting the
/// runs. A hash tears the order of a sort apart, so that partitions have to be brought together
/// again. `EQUAL` makes one range and one partition of all, `ZIPF` one that is much larger than the
/// others; there only the tree keeps its share for everybody. Sorted and reversed keys are the best
/// case of a merge and the test of sampled splitters. On two cores expect little: in a spike
/// deduplication by shards on two threads took 1.9 times the CPU time for at best 0.7 of the run
/// time, group tables per worker 1.6 times for 0.93, and a two-way merge sort 1.1 times for 0.62.
///
/// **Checks:** the engine's answer at each parallelism is the reference's.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class AggregationBenchmark {
  /// The items and what is done with them.
  @State(Scope.Benchmark)
  public static class Items {
    /// The action: `sort`, `group`, or `deduplicate-` and what is kept.
    @Param({"sort", "group", "deduplicate-last", "deduplicate-none"})
    public String action;

    /// How keys are distributed.
    @Param public Keys keys;

    /// How many items there are.
    @Param("100000")
    public int items;

    private Feed feed;
    private Plan plan;
    private Answer expected;

    /// Makes the feed and finds the answer.
    @Setup
    public void prepare() throws InterruptedException {
      feed = keys.feed(items);
      plan = Plan.of(List.of(named(action)), feed.schema());
      expected = task(Engines.EAGER, RunOptions.parallel(1)).answer();
    }

    private Task task(Engines engine, RunOptions options) {
      return new Task(
          engine + ", " + action + ", " + options, engine.engine(), plan, feed, options);
    }

    private static Action named(String action) {
      String json =
          switch (action) {
            case "sort" -> "{\"sort\": [{\"by\": {\"field\": \"key\"}}]}";
            case "group" ->
                "{\"group\": [\"key\"], \"into\": {\"count\": {\"count\": true}, \"sum\": {\"sum\":"
                    + " {\"field\": \"n\"}}}}";
            default ->
                "{\"deduplicate\": [{\"field\": \"key\"}], \"keep\": \""
                    + action.replace("deduplicate-", "")
                    + "\"}";
          };
      return PlanFile.parse("{\"actions\": [" + json + "]}", action).actions().getFirst();
    }
  }

  /// The runs by one strategy.
  @State(Scope.Benchmark)
  public static class Runs {
    /// The strategy.
    @Param public JoinStrategy join;

    /// The most threads that a run may use; several degrees are separated by commas.
    @Param({"1", "2", "4"})
    public String parallelism;

    private Rotation<Task> tasks;
    private Task task;

    /// Checks the answer at each parallelism.
    @Setup
    public void prepare(Items items) throws InterruptedException {
      tasks =
          Rotation.of(
              parallelism,
              threads -> {
                RunOptions options = RunOptions.parallel(threads).with(join);
                Task made = items.task(Engines.WORKOR_LOCKFREE, options);
                made.check(items.expected);
                return made;
              });
    }

    /// Takes the next parallelism.
    @Setup(Level.Iteration)
    public void turn() {
      task = tasks.next();
    }
  }

  /// The aggregation in parallel.
  @Benchmark
  public RunResult run(Runs runs) throws InterruptedException {
    return runs.task.run();
  }

  /// The aggregation by the reference.
  @Benchmark
  public RunResult eager(Items items, Loop loop) throws InterruptedException {
    return items.task(Engines.EAGER, RunOptions.parallel(1)).run();
  }
}
