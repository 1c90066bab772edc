package dev.millrace.bench.suite;

import dev.millrace.bench.lost.Flaw;
import dev.millrace.bench.lost.FlawedEngine;
import dev.millrace.bench.workload.WrongAnswerException;
import java.util.concurrent.ExecutionException;
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

/// **Question:** is the cause of a lost speed-up found where it is known?
///
/// **Varies:** the engine, each of which but `fair` is bad in one way; the parallelism. **Fixed:**
/// the items, 100,000 of 200 ns, 20 ms in all; the collector, the parallel one with little room for
/// new objects.
///
/// **Expect**, at parallelism 2 on two cores: `fair` halves its run time. `serial-part` takes 0.55
/// of it and `unequal-chunks` 0.75, at the CPU time of one worker: the cores are idle.
/// `spinning-lock` takes 0.6, and its program twice that in CPU time. `allocation-storm` has the
/// collector take more than twice the CPU time that it takes with one worker. At parallelism 4 on
/// two cores what was idle is still idle, and who spins keeps the lock's holder from its core.
///
/// **Checks:** the sum of the hashes is the same at each parallelism as that of `fair` on one
/// thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-Xms512m", "-Xmx512m", "-Xmn2m", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class LostBenchmark {
  private static final int ITEM_NANOS = 200;

  /// The engine.
  @Param({"fair", "serial-part", "unequal-chunks", "allocation-storm", "spinning-lock"})
  public String engine;

  /// How many workers there are; several degrees are separated by commas.
  @Param({"1", "2", "4"})
  public String parallelism;

  /// How many items there are.
  @Param("100000")
  public int items;

  private Rotation<FlawedEngine> engines;
  private FlawedEngine turn;

  /// Checks the answer at each parallelism.
  @Setup
  public void prepare() throws InterruptedException, ExecutionException {
    engines =
        Rotation.of(
            parallelism, workers -> new FlawedEngine(Flaw.of(engine), workers, items, ITEM_NANOS));
    try (var fair = new FlawedEngine(Flaw.FAIR, 1, items, ITEM_NANOS)) {
      long expected = fair.run();
      for (FlawedEngine each : engines.values()) {
        check(expected, each.run());
      }
    }
  }

  private void check(long expected, long sum) {
    if (sum != expected) {
      throw new WrongAnswerException(
          "wrong answer: " + engine + ": expected " + expected + ", got " + sum);
    }
  }

  /// Takes the next parallelism.
  @Setup(Level.Iteration)
  public void turn() {
    turn = engines.next();
  }

  /// All items.
  @Benchmark
  public long run() throws InterruptedException, ExecutionException {
    return turn.run();
  }

  /// Ends the threads.
  @TearDown
  public void tearDown() {
    engines.values().forEach(FlawedEngine::close);
  }
}
