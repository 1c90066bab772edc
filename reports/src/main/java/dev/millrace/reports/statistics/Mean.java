package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Arithmetic means and sample variances of few, similar numbers.
public final class Mean {
  private Mean() {}

  /// The mean; NaN when there is no value.
  public static double of(double[] values) {
    var ones = new long[values.length];
    Arrays.fill(ones, 1);
    return weighted(values, ones);
  }

  /// The mean of values that each occur `counts[i]` times; NaN when nothing occurs.
  ///
  /// Two passes: the second removes the rounding that the first has left.
  public static double weighted(double[] values, long[] counts) {
    var total = (double) Arrays.stream(counts).sum();
    var sum = 0.0;
    for (var i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    var first = sum / total;
    if (!Double.isFinite(first)) {
      return first;
    }
    var rest = 0.0;
    for (var i = 0; i < values.length; i++) {
      rest += (values[i] - first) * counts[i];
    }
    return first + rest / total;
  }

  /// The sample variance, with n - 1; NaN below two values.
  public static double variance(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    var mean = of(values);
    var squares = 0.0;
    for (var value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
