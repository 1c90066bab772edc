package dev.millrace.bench.suite;

import dev.millrace.bench.rounds.Rounds;
import dev.millrace.bench.rounds.RoundsFeed;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Item;
import dev.millrace.jmh.Latency;
import dev.millrace.jmh.Quantities;
import dev.millrace.scheduler.workor.HandOffMeter;
import dev.millrace.scheduler.workor.HandOffMeter.Counts;
import dev.millrace.scheduler.workor.HandOffs;
import dev.millrace.scheduler.workor.Threads;
import dev.millrace.scheduler.workor.Waiting;
import dev.millrace.scheduler.workor.WorkOrScheduler;
import dev.millrace.slot.Slots;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// **Question:** by which policy should workers share the pipeline that gives them their units, and
/// does it depend on how long a unit is?
///
/// **Varies:** the policy, the length of a unit, the workers. **Fixed:** the work of an operation,
/// 20 ms on one core cut into units of that length, at least four of them; each unit is a chunk of
/// one item; lock-free slots, virtual threads.
///
/// **Expect:** no difference from 100 µs a unit on: a step of the pipeline takes well under 1 µs,
/// so it is mostly free when asked for, and failed takes and parks go to zero. At 1 µs the pipeline
/// is the bottleneck. There a fair lock is the slowest, as in the system that this pipeline comes
/// from, where fairness made every other take wait for a sleeping thread to wake; barging, spinning
/// and the monitor let the running worker take it again, and the deques step it once for several
/// units. Workers beyond the cores make hand-offs and parks more, the time little longer. A
/// dedicated producer competes with the workers for the cores. `loop` on one thread is the
/// reference.
///
/// **Beside the time:** `hand-offs`, `failed-takes` and `parks`, each for a unit: how often another
/// worker than the last stepped the pipeline, found it taken, was put to sleep.
///
/// **Checks:** the items that come out, and their order, are those of the loop.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class HandOffBenchmark {
  private static final int FEWEST = 4;

  /// The work and the units it is cut into.
  @State(Scope.Benchmark)
  public static class Units {
    /// How long a unit takes, in microseconds of a core of 3.5 GHz.
    @Param({"1", "10", "100", "1000", "10000"})
    public int unitMicros;

    /// How much work there is, in the same unit.
    @Param("20000")
    public int workMicros;

    private RoundsFeed feed;

    /// Makes a feed of an item for each unit.
    @Setup
    public void prepare() {
      int units = Math.max(FEWEST, workMicros / unitMicros);
      feed = RoundsFeed.of(units, _ -> Rounds.forNanos(1_000L * unitMicros));
    }
  }

  /// The runs by one policy.
  @State(Scope.Benchmark)
  public static class Runs {
    /// The policy.
    @Param public HandOffs policy;

    /// How many workers share the pipeline; several counts are separated by commas.
    @Param({"1", "2", "4", "8"})
    public String parallelism;

    private final HandOffMeter meter = new HandOffMeter();
    private Rotation<Task> tasks;
    private Task task;
    private Counts before;

    /// Checks the answer with each count of workers.
    @Setup
    public void prepare(Units units) throws InterruptedException {
      var scheduler =
          new WorkOrScheduler(Slots.LOCKFREE, policy, Threads.VIRTUAL, Waiting.PENDING, meter);
      tasks =
          Rotation.of(
              parallelism,
              workers ->
                  units.feed.task(
                      scheduler, RunOptions.parallel(workers).with(new Chunking.Fixed(1))));
    }

    /// Takes the next count of workers.
    @Setup(Level.Iteration)
    public void turn() {
      task = tasks.next();
      before = meter.counts();
    }

    /// Notes what the policy did for each unit.
    @TearDown(Level.Iteration)
    public void note() {
      Counts now = meter.counts();
      double units = now.units() - before.units();
      Quantities.mean("hand-offs", "1/unit", (now.handOffs() - before.handOffs()) / units);
      Quantities.mean("failed-takes", "1/unit", (now.failedTakes() - before.failedTakes()) / units);
      Quantities.mean("parks", "1/unit", (now.parks() - before.parks()) / units);
    }
  }

  /// All units.
  @Benchmark
  public RunResult run(Runs runs, Latency latency) throws InterruptedException {
    long start = latency.start();
    RunResult result = runs.task.run();
    latency.stop(start);
    return result;
  }

  /// All work in a bare loop.
  @Benchmark
  public List<Item> loop(Units units, Loop loop) {
    return units.feed.loop();
  }
}
