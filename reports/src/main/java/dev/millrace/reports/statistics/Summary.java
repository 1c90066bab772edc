package dev.millrace.reports.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// The mean over forks with its Student-t interval; the interval is null below two forks.
public record Summary(double mean, int forks, @Nullable Interval interval) {
  /// The confidence of every interval that is shown or judged.
  public static final double CONFIDENCE = 0.95;

  /// Summarises fork means at 95 %.
  public static Summary of(double[] forkMeans) {
    return of(forkMeans, CONFIDENCE);
  }

  /// Summarises fork means: mean ± t(n - 1) · s / √n.
  public static Summary of(double[] forkMeans, double confidence) {
    var mean = Mean.of(forkMeans);
    var n = forkMeans.length;
    var error = Math.sqrt(Mean.variance(forkMeans) / n);
    if (!Double.isFinite(error)) {
      return new Summary(mean, n, null);
    }
    var half = quantile(n - 1, confidence) * error;
    return new Summary(mean, n, new Interval(mean - half, mean + half));
  }

  /// The summary in another unit.
  public Summary times(double factor) {
    return new Summary(mean * factor, forks, interval == null ? null : interval.times(factor));
  }

  /// The t quantile that leaves half of `1 - confidence` on each side.
  public static double quantile(double degreesOfFreedom, double confidence) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
  }
}
