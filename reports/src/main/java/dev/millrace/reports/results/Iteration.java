package dev.millrace.reports.results;

import java.util.List;

/// What one timed interval of a fork left in the file.
public sealed interface Iteration {
  /// One score.
  record Score(double value) implements Iteration {}

  /// The samples of the `sample` mode: how often each value was seen.
  record Histogram(List<Bin> bins) implements Iteration {
    public Histogram {
      bins = List.copyOf(bins);
    }
  }

  /// A value and how often it was sampled.
  record Bin(double value, long count) {}
}
