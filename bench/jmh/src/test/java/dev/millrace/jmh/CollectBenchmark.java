package dev.millrace.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark whose operation is a full collection while a known number of bytes is live.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CollectBenchmark {
  /// How much is live.
  static final int BYTES = 50_000_000;

  private final byte[] live = new byte[BYTES];

  /// Collects.
  @Benchmark
  public int collect() {
    System.gc();
    return live.length;
  }
}
