package dev.millrace.reports.results;

import java.util.List;

/// A measured quantity: the score JMH printed, its unit, and the raw values of every fork.
///
/// Forks that left no value (empty rows) are dropped on reading; a file without raw data has none.
public record Metric(double score, String unit, List<Fork> forks) {
  public Metric {
    forks = List.copyOf(forks);
  }

  /// The mean of each fork, in the file's order.
  public double[] forkMeans() {
    return forks.stream().mapToDouble(Fork::mean).toArray();
  }
}
