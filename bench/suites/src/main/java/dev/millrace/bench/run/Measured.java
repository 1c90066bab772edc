package dev.millrace.bench.run;

import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/// What one fork tells of a point.
///
/// @param result what JMH makes of the iterations that count
/// @param warmup the scores of the iterations before them, which JMH only prints
public record Measured(BenchmarkResult result, List<Double> warmup) {
  /// Copies the scores.
  public Measured {
    warmup = List.copyOf(warmup);
  }
}
