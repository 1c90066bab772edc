package dev.millrace.bench.suite;

import dev.millrace.Engines;
import dev.millrace.bench.evaluator.DrawnPlans;
import dev.millrace.bench.evaluator.FirstRuns;
import dev.millrace.bench.evaluator.Pollution;
import dev.millrace.feed.Storage;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/// **Question:** what does the first run of a plan cost that the JVM has never seen, as most plans
/// of a server are?
///
/// **Varies:** the engine, the kind of plan, the items that it is run over. **Fixed:** the JVM is
/// warm: it has run 50 other plans by the same engine. An operation takes in a million items: 1,000
/// plans over 1,000 items each, 100 over 10,000, 10 over 100,000, or one over a million; each plan
/// is run once, and differs from all others in its rules, their order, and their constants. One
/// thread. Sizes take turns in one fork. `again` is the control: one plan, as often.
///
/// **Read it so:** 1 ms an operation is 1 ns an item, and over 1,000 items 1 µs a plan. `cpu` is
/// what the whole process took, the just-in-time compiler included, which goes on while other plans
/// are run.
///
/// **Expect:** (from a spike) interpreters and batches alike at any size; generated code several
/// times as dear as batches up to 10,000 items, even between 50,000 and 100,000, ahead at a
/// million. Target: no engine that is to be the default takes more than 1.3 times the better of the
/// batches and the generated code, at any size.
///
/// **Checks:** some of the other plans give the reference's answers.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class FirstRunBenchmark {
  private static final long SEED = 4;
  private static final int OTHER_PLANS = 50;

  /// The plans of all sizes.
  @State(Scope.Benchmark)
  public static class Plans {
    /// The engine.
    @Param public Engines engine;

    /// The kind of plan.
    @Param public DrawnPlans plans;

    /// How many items a plan is run over; several sizes are separated by commas.
    @Param({"1000", "10000", "100000", "1000000"})
    public String items;

    /// How many items an operation takes in, over all its plans.
    @Param("1000000")
    public int volume;

    private Rotation<FirstRuns> sizes;
    private FirstRuns runs;

    /// Runs other plans, draws those that are measured, and settles the heap.
    @Setup
    public void prepare(BenchmarkParams params) throws InterruptedException {
      Pollution.run(engine, Storage.OBJECTS, OTHER_PLANS);
      int iterations = params.getWarmup().getCount() + params.getMeasurement().getCount();
      int rounds = Math.ceilDiv(iterations, items.split(",", -1).length);
      var random = new SplittableRandom(SEED);
      sizes =
          Rotation.of(
              items,
              size -> {
                var made = new FirstRuns(engine, size, volume);
                made.draw(plans, rounds, random);
                return made;
              });
      System.gc();
    }

    /// Takes the next size.
    @Setup(Level.Iteration)
    public void turn() {
      runs = sizes.next();
    }
  }

  /// Plans that were never run.
  @Benchmark
  public long unseen(Plans plans) throws InterruptedException {
    return plans.runs.unseen();
  }

  /// One plan again and again.
  @Benchmark
  public long again(Plans plans) throws InterruptedException {
    return plans.runs.again();
  }
}
