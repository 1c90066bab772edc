package dev.millrace.bench.suite;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// **Question:** does the machine itself scale?
///
/// **Varies:** the parallelism: how many platform threads share the work; several degrees take
/// turns iteration by iteration. **Fixed:** the work, some milliseconds of arithmetic without
/// memory, allocation or locks.
///
/// **Expect:** run time falling with 1/parallelism down to the cores and flat beyond, CPU time
/// flat. Where this curve is bad, no curve of an engine means anything: another process has the
/// cores, a quota is in force, or the clock frequency falls as cores wake up.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ControlBenchmark {
  private static final long TOKENS = 8_000_000;

  /// How many threads share the work; several degrees are separated by commas.
  @Param("1")
  public String parallelism;

  private Rotation<Crew> crews;
  private Crew crew;

  /// Threads, and the equal shares that the work is cut into for them.
  private record Crew(ExecutorService threads, List<Callable<Long>> shares) {
    static Crew of(int count) {
      return new Crew(
          Executors.newFixedThreadPool(count),
          Collections.nCopies(count, () -> consume(TOKENS / count)));
    }
  }

  /// Starts the threads and cuts the work into shares, for each parallelism.
  @Setup
  public void prepare() throws InterruptedException {
    crews = Rotation.of(parallelism, Crew::of);
  }

  /// Takes the next parallelism.
  @Setup(Level.Iteration)
  public void turn() {
    crew = crews.next();
  }

  /// All shares, each on a thread of its own.
  @Benchmark
  public List<Future<Long>> run() throws InterruptedException {
    return crew.threads().invokeAll(crew.shares());
  }

  /// Ends the threads.
  @TearDown
  public void tearDown() {
    crews.values().forEach(each -> each.threads().close());
  }

  private static Long consume(long tokens) {
    Blackhole.consumeCPU(tokens);
    return tokens;
  }
}
