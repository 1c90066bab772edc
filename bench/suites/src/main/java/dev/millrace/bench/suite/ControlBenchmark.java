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
/// **Varies:** the parallelism: how many platform threads share the work. **Fixed:** the work, some
/// milliseconds of arithmetic without memory, allocation or locks.
///
/// **Expect:** run time falling with 1/parallelism down to the cores and flat beyond, CPU time
/// flat. Where this curve is bad, no curve of an engine means anything: another process has the
/// cores, a quota is in force, or the clock frequency falls as cores wake up.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ControlBenchmark {
  private static final long TOKENS = 8_000_000;

  /// How many threads share the work.
  @Param("1")
  public String parallelism;

  private ExecutorService threads;
  private List<Callable<Long>> shares;

  /// Starts the threads and cuts the work into equal shares.
  @Setup
  public void prepare() {
    int count = Integer.parseInt(parallelism);
    threads = Executors.newFixedThreadPool(count);
    shares = Collections.nCopies(count, () -> consume(TOKENS / count));
  }

  /// All shares, each on a thread of its own.
  @Benchmark
  public List<Future<Long>> run() throws InterruptedException {
    return threads.invokeAll(shares);
  }

  /// Ends the threads.
  @TearDown
  public void tearDown() {
    threads.close();
  }

  private static Long consume(long tokens) {
    Blackhole.consumeCPU(tokens);
    return tokens;
  }
}
