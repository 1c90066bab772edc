package dev.millrace.reports.results;

import dev.millrace.reports.statistics.Mean;
import java.util.List;

/// One JVM's iterations. The fork is the unit of replication: its mean is one observation.
public record Fork(List<Iteration> iterations) {
  public Fork {
    iterations = iterations instanceof Scores ? iterations : List.copyOf(iterations);
  }

  /// The mean of the iterations; samples weigh by their count. NaN when the fork has no value.
  public double mean() {
    var pool = Pool.of(List.of(this));
    return Mean.weighted(pool.values(), pool.counts());
  }

  /// The mean of each iteration that has left a value, in the order of time.
  public double[] values() {
    if (iterations instanceof Scores scores) {
      return scores.values();
    }
    return iterations.stream()
        .filter(Fork::hasValue)
        .mapToDouble(each -> new Fork(List.of(each)).mean())
        .toArray();
  }

  /// Whether any iteration has left a value.
  public boolean hasValue() {
    return iterations.stream().anyMatch(Fork::hasValue);
  }

  private static boolean hasValue(Iteration iteration) {
    return switch (iteration) {
      case Iteration.Score _ -> true;
      case Iteration.Histogram(var bins) -> !bins.isEmpty();
    };
  }
}
