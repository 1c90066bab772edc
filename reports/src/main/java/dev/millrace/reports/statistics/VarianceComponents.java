package dev.millrace.reports.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where the variance of a benchmark lives: between its forks, or between the iterations of a fork.
///
/// Estimated by one-way analysis of variance (Searle, Casella & McCulloch 1992, ch. 3); forks may
/// have different numbers of iterations.
///
/// @param between the variance of the true means of forks; 0 where the estimate is below it
/// @param within the variance of iterations around the mean of their fork
public record VarianceComponents(double mean, double between, double within) {
  /// The components of forks, each an array of its iterations; null when they cannot be told apart:
  /// with fewer than two forks, or when no fork has two iterations.
  public static @Nullable VarianceComponents of(double[][] forks) {
    var n = Arrays.stream(forks).mapToInt(fork -> fork.length).sum();
    if (forks.length < 2 || n == forks.length) {
      return null;
    }
    var grand = Mean.of(Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray());
    var among = 0.0;
    var inside = 0.0;
    var sizes = 0.0;
    for (var fork : forks) {
      var mean = Mean.of(fork);
      among += fork.length * (mean - grand) * (mean - grand);
      inside += Arrays.stream(fork).map(value -> (value - mean) * (value - mean)).sum();
      sizes += (double) fork.length * fork.length;
    }
    var within = inside / (n - forks.length);
    var size = (n - sizes / n) / (forks.length - 1);
    var between = Math.max(0, (among / (forks.length - 1) - within) / size);
    var means = Arrays.stream(forks).mapToDouble(Mean::of).toArray();
    return new VarianceComponents(Mean.of(means), between, within);
  }

  /// The intraclass correlation: the share of the variance that is between forks, 0 to 1. Near one,
  /// more iterations tell nothing new. NaN when nothing varies.
  public double correlation() {
    return between / (between + within);
  }

  /// The variance of a fork's mean over so many iterations.
  public double ofForkMean(int iterations) {
    return between + within / iterations;
  }
}
