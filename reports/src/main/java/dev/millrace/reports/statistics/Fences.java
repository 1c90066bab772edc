package dev.millrace.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tukey's fences: 1.5 and 3 times the interquartile range beyond the quartiles (type 7, R's
/// default). Values beyond them are named, and kept.
public record Fences(double lowerQuartile, double upperQuartile) {
  private static final double MILD = 1.5;
  private static final double SEVERE = 3;

  /// How far out a value is.
  public enum Severity {
    /// Beyond 1.5 interquartile ranges.
    MILD,
    /// Beyond 3 interquartile ranges.
    SEVERE
  }

  /// A value beyond the fences, and its place in the array.
  public record Outlier(int index, double value, Severity severity) {}

  /// The fences of at least one value.
  public static Fences of(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return new Fences(quantile(sorted, 0.25), quantile(sorted, 0.75));
  }

  /// The values beyond the fences, in the order of the array.
  public List<Outlier> outliers(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> isBeyond(values[i], MILD))
        .mapToObj(i -> new Outlier(i, values[i], severity(values[i])))
        .toList();
  }

  /// The values that are not outliers.
  double[] inside(double[] values) {
    return Arrays.stream(values).filter(value -> !isBeyond(value, MILD)).toArray();
  }

  private Severity severity(double value) {
    return isBeyond(value, SEVERE) ? Severity.SEVERE : Severity.MILD;
  }

  private boolean isBeyond(double value, double factor) {
    var reach = factor * (upperQuartile - lowerQuartile);
    return value < lowerQuartile - reach || value > upperQuartile + reach;
  }

  private static double quantile(double[] sorted, double p) {
    var place = p * (sorted.length - 1);
    var below = (int) place;
    var above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
