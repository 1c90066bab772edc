package dev.millrace.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Whether iterations rise or fall, fork by fork.
///
/// Source: the seasonal Kendall test (Hirsch, Slack & Smith 1982), a fork in place of a season: the
/// scores of Mann and Kendall are summed over forks, so forks may differ in level and in number of
/// iterations. One fork makes it the Mann-Kendall test.
///
/// @param rise what the median fork changes by from its first to its last iteration, as a fraction
///   of its median (slopes after Theil and Sen)
/// @param p the two-sided p-value, by the normal approximation with continuity correction; 1 when
///   nothing varies
public record Trend(double rise, double p) {
  /// The trend of forks, each an array of its iterations in the order of time.
  ///
  /// Cost: O(n² log n) for n iterations of a fork.
  public static Trend of(double[][] forks) {
    var score = Arrays.stream(forks).mapToInt(Trend::score).sum();
    var variance = Arrays.stream(forks).mapToDouble(Trend::variance).sum();
    var rises = Arrays.stream(forks).mapToDouble(Trend::rise).sorted().toArray();
    return new Trend(rises.length == 0 ? 0 : Median.ofSorted(rises), p(score, variance));
  }

  private static double p(int score, double variance) {
    if (score == 0 || variance == 0) {
      return 1;
    }
    var z = (Math.abs(score) - 1) / Math.sqrt(variance);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }

  /// The pairs of iterations that rise, less those that fall.
  private static int score(double[] fork) {
    var score = 0;
    for (var i = 0; i < fork.length; i++) {
      for (var j = i + 1; j < fork.length; j++) {
        score += Double.compare(fork[j], fork[i]);
      }
    }
    return score;
  }

  /// The variance of the score when there is no trend; equal values lower it.
  private static double variance(double[] fork) {
    var sorted = fork.clone();
    Arrays.sort(sorted);
    var sum = term(sorted.length);
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      sum -= term(to - from);
    }
    return sum / 18;
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5);
  }

  private static double rise(double[] fork) {
    if (fork.length < 2) {
      return 0;
    }
    var sorted = fork.clone();
    Arrays.sort(sorted);
    return slope(fork) * (fork.length - 1) / Median.ofSorted(sorted);
  }

  /// The median of the slopes of all pairs of iterations.
  static double slope(double[] fork) {
    var slopes = new double[fork.length * (fork.length - 1) / 2];
    var next = 0;
    for (var i = 0; i < fork.length; i++) {
      for (var j = i + 1; j < fork.length; j++) {
        slopes[next] = (fork[j] - fork[i]) / (j - i);
        next++;
      }
    }
    Arrays.sort(slopes);
    return Median.ofSorted(slopes);
  }
}
