package dev.millrace.bench.suite;

import dev.millrace.bench.rounds.GrantedRun;
import dev.millrace.bench.rounds.Rounds;
import dev.millrace.bench.rounds.RoundsFeed;
import dev.millrace.engine.RunResult;
import dev.millrace.jmh.Latency;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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

/// **Question:** what is lost when cores are granted and withdrawn while a run is going, and how
/// soon are they free?
///
/// **Varies:** the grants, and the length of a unit. `CHANGING` begins with one thread, has 8 from
/// a fifth of the units on, 2 from two fifths, none from three fifths for 5 ms after the last
/// worker has left, and 4 to the end; `FIXED` has 2 throughout and is the control. **Fixed:** the
/// work, 200 ms of one core; a unit is a chunk of one item; the pipeline of the engine
/// `workor-lockfree`.
///
/// **Expect:** next to nothing lost under changing grants beyond what fixed ones lose: the calls of
/// new workers, and at the end of a run the last units that not all workers have one of, which
/// grows with the unit. Release within one unit: a worker looks at the grant before it takes the
/// next, so about half a unit to one on average; no more than a unit while there are as many cores
/// as workers at a unit.
///
/// **Beside the time:** `granted`, the time that cores were granted, of which there are no more
/// than the machine has; `lost`, that time less the time of the work in a bare loop in the same
/// JVM, so that a loaded machine loses more; `release` and `release.max`, from the call that lowers
/// the grant until no more workers than that are left.
///
/// **Checks:** the items that come out under the script, and their order, are those of a bare loop.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 3, time = 1_000, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 2_000, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class GrantsBenchmark {
  private static final int FEWEST = 10;

  /// The grants.
  @Param public GrantedRun.Script grants;

  /// How long a unit takes, in microseconds of a core of 3.5 GHz.
  @Param({"100", "1000", "10000"})
  public int unitMicros;

  /// How much work there is, in the same unit.
  @Param("200000")
  public int workMicros;

  private GrantedRun granted;

  /// Checks the answer under the script.
  @Setup
  public void prepare() throws InterruptedException, ExecutionException {
    int units = Math.max(FEWEST, workMicros / unitMicros);
    RoundsFeed feed = RoundsFeed.of(units, _ -> Rounds.forNanos(1_000L * unitMicros));
    granted = new GrantedRun(grants, feed);
    granted.check(feed.answer());
  }

  /// One run.
  @Benchmark
  public RunResult run(Latency latency) throws InterruptedException, ExecutionException {
    long start = latency.start();
    RunResult result = granted.run();
    latency.stop(start);
    return result;
  }

  /// Ends the thread that follows the script.
  @TearDown
  public void tearDown() {
    granted.close();
  }
}
