package dev.millrace.bench.suite;

import dev.millrace.Engines;
import dev.millrace.bench.workload.Keys;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.Engine;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Feed;
import dev.millrace.io.plan.PlanFile;
import dev.millrace.jmh.Latency;
import dev.millrace.jmh.Quantities;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.workor.HandOffMeter;
import dev.millrace.scheduler.workor.HandOffs;
import dev.millrace.scheduler.workor.Threads;
import dev.millrace.scheduler.workor.Waiting;
import dev.millrace.scheduler.workor.WorkOrScheduler;
import dev.millrace.slot.Slots;
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

/// **Question:** what does a step that says what it waits for save over one that waits?
///
/// **Varies:** what a step does that has nothing to give; the plan; the parallelism. **Fixed:** the
/// feed; lock-free slots, a barging lock, virtual threads. The plan `BRANCHES` sorts in both
/// branches of a conditional, `TWICE` sorts and then groups.
///
/// **Expect:** at parallelism 1 no difference: the only worker never waits. From 2 on, `BLOCKING`
/// has workers blocked inside a step, with the pipeline in their hands, while the last units before
/// a join end and while a join runs: `blocked` is that time, cores that were granted and neither
/// worked nor given back. `PENDING` blocks for 0 ms. Run time differs little where nothing else is
/// to do; `BRANCHES` gains, since a pending branch lets the other go on.
///
/// **Beside the time:** `blocked`, the time workers were blocked inside a step, all together.
///
/// **Checks:** the answer at each parallelism is the reference's.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 1_000, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class WaitingBenchmark {
  private static final double NANOS_PER_MILLI = 1e6;

  /// What a step does that has nothing to give.
  @Param public Waiting waiting;

  /// The plan.
  @Param public Aggregations plan;

  /// The most threads that a run may use; several degrees are separated by commas.
  @Param({"1", "2", "4"})
  public String parallelism;

  /// How many items the feed has.
  @Param("100000")
  public int items;

  private Rotation<Task> tasks;
  private Task task;

  /// Plans with two aggregations.
  public enum Aggregations {
    /// One in each branch of a conditional.
    BRANCHES(
        """
        {"if": {"less": {"remainder": {"field": "n"}, "by": 3}, "than": 2},
         "then": [{"sort": [{"by": {"field": "key"}}]}],
         "else": [{"sort": [{"by": {"field": "key"}, "order": "descending"}]}]}
        """),
    /// One after the other.
    TWICE(
        """
        {"sort": [{"by": {"field": "key"}}]},
        {"group": ["key"], "into": {"first": {"first": {"field": "n"}}, "count": {"count": true}}}
        """);

    private final String actions;

    Aggregations(String actions) {
      this.actions = actions;
    }

    private Plan over(Feed feed) {
      String json = "{\"actions\": [" + actions + "]}";
      return Plan.of(PlanFile.parse(json, name()).actions(), feed.schema());
    }
  }

  /// Checks the answer at each parallelism.
  @Setup
  public void prepare() throws InterruptedException {
    Feed feed = Keys.FEW.feed(items);
    Plan checked = plan.over(feed);
    var scheduler =
        new WorkOrScheduler(
            Slots.LOCKFREE, HandOffs.BARGING, Threads.VIRTUAL, waiting, new HandOffMeter());
    var engine = new ComposedEngine(new FusedEvaluator(), scheduler);
    RunOptions one = RunOptions.parallel(1);
    var expected = new Task("eager", Engines.EAGER.engine(), checked, feed, one).answer();
    tasks =
        Rotation.of(
            parallelism,
            threads -> {
              var made = task(engine, checked, feed, threads);
              made.check(expected);
              return made;
            });
  }

  private Task task(Engine engine, Plan checked, Feed feed, int threads) {
    String name = plan + ", " + waiting + " at parallelism " + threads;
    return new Task(name, engine, checked, feed, RunOptions.parallel(threads));
  }

  /// Takes the next parallelism.
  @Setup(Level.Iteration)
  public void turn() {
    task = tasks.next();
  }

  /// One run.
  @Benchmark
  public RunResult run(Latency latency) throws InterruptedException {
    var handle = new RunHandle(task.options().parallelism());
    long start = latency.start();
    RunResult result = task.run(handle);
    latency.stop(start);
    Quantities.mean("blocked", "core-ms/op", handle.blocked().toNanos() / NANOS_PER_MILLI);
    return result;
  }
}
