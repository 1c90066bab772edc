package dev.millrace.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark that records known latencies: 50 ns, and 20,000 ns every 256th time.
@State(Scope.Thread)
public class RecordingBenchmark {
  /// The latency of most invocations.
  static final long SHORT = 50;

  /// The latency of every 256th.
  static final long STALL = 20_000;

  private int invocation;

  /// Records the next one.
  @Benchmark
  public void record(Latency latency) {
    invocation++;
    latency.record(invocation % 256 == 0 ? STALL : SHORT);
  }

  /// Records what the clock says.
  @Benchmark
  public long time(Latency latency) {
    long start = latency.start();
    long used = ThreadCpu.burn(100_000);
    latency.stop(start);
    return used;
  }
}
