package dev.millrace.reports.statistics;

import java.util.Arrays;

/// The middle of a sample.
final class Median {
  private Median() {}

  /// The median; of an even number of values the mean of the middle two.
  static double of(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
