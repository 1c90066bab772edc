package dev.millrace.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// A benchmark whose operation uses a known CPU time, however busy the machine is.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BurnBenchmark {
  /// The CPU time of an operation.
  static final long MILLIS = 1;

  /// Burns it.
  @Benchmark
  public long burn() {
    return ThreadCpu.burn(TimeUnit.MILLISECONDS.toNanos(MILLIS));
  }
}
