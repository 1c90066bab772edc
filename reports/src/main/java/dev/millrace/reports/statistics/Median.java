package dev.millrace.reports.statistics;

/// The middle of a sample.
final class Median {
  private Median() {}

  /// The median of ascending values; of an even number of them the mean of the middle two.
  static double ofSorted(double[] values) {
    var middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
