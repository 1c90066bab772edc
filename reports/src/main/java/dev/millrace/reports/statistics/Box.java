package dev.millrace.reports.statistics;

import java.util.Arrays;

/// What a box plot shows: the quartiles, and the least and the greatest value within Tukey's
/// [Fences].
public record Box(
    double low, double lowerQuartile, double median, double upperQuartile, double high) {
  /// The box of at least one value.
  public static Box of(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var fences = Fences.of(sorted);
    var inside = fences.inside(sorted);
    return new Box(
        inside[0],
        fences.lowerQuartile(),
        Median.ofSorted(sorted),
        fences.upperQuartile(),
        inside[inside.length - 1]);
  }
}
