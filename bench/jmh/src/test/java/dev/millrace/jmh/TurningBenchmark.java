package dev.millrace.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A benchmark that records a known latency, another one in each iteration.
@State(Scope.Benchmark)
public class TurningBenchmark {
  /// The latencies in nanoseconds, separated by commas.
  @Param("1,2")
  public String latency;

  private int iteration;
  private long turn;

  /// Takes the next latency.
  @Setup(Level.Iteration)
  public void turn() {
    String[] all = latency.split(",", -1);
    turn = Long.parseLong(all[iteration++ % all.length]);
  }

  /// Records it.
  @Benchmark
  public void record(Latency recorder) {
    recorder.record(turn);
  }
}
