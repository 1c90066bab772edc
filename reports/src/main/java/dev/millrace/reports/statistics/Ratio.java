package dev.millrace.reports.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The ratio of two means over forks, with its interval.
///
/// The means are geometric and the interval is Welch's on the logarithms of the forks, with
/// Satterthwaite's degrees of freedom (`t.test(log(x), log(y))` in R). It is null when a side has
/// fewer than two forks, or a fork that is not positive and finite: then the value is the ratio of
/// arithmetic means.
public record Ratio(double value, @Nullable Interval interval) {
  /// The ratio numerator / denominator of the fork means, at 95 %.
  public static Ratio of(double[] numerator, double[] denominator) {
    if (!isUsable(numerator) || !isUsable(denominator)) {
      return new Ratio(Mean.of(numerator) / Mean.of(denominator), null);
    }
    var above = logs(numerator);
    var below = logs(denominator);
    return ofLog(Mean.of(above) - Mean.of(below), halfWidth(above, below));
  }

  /// The ratio whose logarithm is known within a half-width; no interval when that is not finite.
  public static Ratio ofLog(double log, double halfWidth) {
    return new Ratio(
        Math.exp(log),
        Double.isFinite(halfWidth)
            ? new Interval(Math.exp(log - halfWidth), Math.exp(log + halfWidth))
            : null);
  }

  /// The logarithms of some numbers.
  public static double[] logs(double[] numbers) {
    return Arrays.stream(numbers).map(Math::log).toArray();
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

  private static boolean isUsable(double[] forkMeans) {
    return forkMeans.length > 0
        && Arrays.stream(forkMeans).allMatch(mean -> mean > 0 && Double.isFinite(mean));
  }

  private static double halfWidth(double[] above, double[] below) {
    var v1 = Mean.variance(above) / above.length;
    var v2 = Mean.variance(below) / below.length;
    var sum = v1 + v2;
    if (!(sum > 0)) {
      return sum;
    }
    var df = Satterthwaite.degreesOfFreedom(v1, above.length - 1, v2, below.length - 1);
    return Summary.quantile(df, Summary.CONFIDENCE) * Math.sqrt(sum);
  }
}
