package dev.millrace.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Notes two values an iteration, larger ones each time.
@State(Scope.Benchmark)
public class NotingBenchmark {
  private int iteration;

  /// Does nothing.
  @Benchmark
  public void run() {}

  /// Notes once and three times the number of the iteration.
  @TearDown(Level.Iteration)
  public void note() {
    iteration++;
    for (int value : new int[] {iteration, 3 * iteration}) {
      Quantities.mean("mean", "apples", value);
      Quantities.greatest("greatest", "apples", value);
    }
  }
}
