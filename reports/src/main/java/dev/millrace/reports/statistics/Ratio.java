package dev.millrace.reports.statistics;

import org.jspecify.annotations.Nullable;

/// The ratio of two means over forks, with its interval.
///
/// The interval is Welch's on the log scale: the variance of the log of a mean is taken as `s² / (n
/// · mean²)` (delta method), the degrees of freedom are Satterthwaite's. It is null when a side has
/// fewer than two forks, or when a mean is not positive and finite.
public record Ratio(double value, @Nullable Interval interval) {
  /// The ratio numerator / denominator of the fork means, at 95 %.
  public static Ratio of(double[] numerator, double[] denominator) {
    var above = Mean.of(numerator);
    var below = Mean.of(denominator);
    var value = above / below;
    if (!isUsable(above) || !isUsable(below)) {
      return new Ratio(value, null);
    }
    var half =
        halfWidth(
            logVariance(numerator),
            numerator.length - 1,
            logVariance(denominator),
            denominator.length - 1);
    if (!Double.isFinite(half)) {
      return new Ratio(value, null);
    }
    var log = Math.log(value);
    return new Ratio(value, new Interval(Math.exp(log - half), Math.exp(log + half)));
  }

  /// The ratio the other way round.
  public Ratio inverse() {
    return new Ratio(
        1 / value, interval == null ? null : new Interval(1 / interval.high(), 1 / interval.low()));
  }

  /// The ratio times a positive number that has no error of its own.
  public Ratio times(double factor) {
    return new Ratio(value * factor, interval == null ? null : interval.times(factor));
  }

  private static boolean isUsable(double mean) {
    return mean > 0 && Double.isFinite(mean);
  }

  private static double logVariance(double[] forkMeans) {
    var mean = Mean.of(forkMeans);
    return Mean.variance(forkMeans) / forkMeans.length / (mean * mean);
  }

  private static double halfWidth(double v1, int df1, double v2, int df2) {
    var sum = v1 + v2;
    if (!(sum > 0)) {
      return sum;
    }
    var df = sum * sum / (v1 * v1 / df1 + v2 * v2 / df2);
    return Summary.quantile(df, Summary.CONFIDENCE) * Math.sqrt(sum);
  }
}
