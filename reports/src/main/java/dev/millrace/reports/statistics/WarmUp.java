package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Where a fork's iterations settle, if they had not from the start.
///
/// Of all cuts in the first half of the fork, that one is taken which leaves the least squares
/// within its two parts: a single change point. There always is one, in noise too; so it counts
/// only when the mean of the beginning lies further from that of the rest than three standard
/// deviations within the parts. Forks shorter than ten iterations are taken as settled: they tell
/// too little.
///
/// It is a mark in a picture, not a judgement: a change in the second half is not looked for.
public final class WarmUp {
  /// The fewest iterations of a fork that tell where it settles.
  public static final int FEWEST = 10;

  private static final double FAR = 3;

  private WarmUp() {}

  /// How many iterations a fork takes to settle; 0 when it had settled from the start.
  public static int length(double[] fork) {
    if (fork.length < FEWEST) {
      return 0;
    }
    var length = 0;
    var least = Double.POSITIVE_INFINITY;
    for (var candidate = 1; candidate <= fork.length / 2; candidate++) {
      var squares = squares(fork, 0, candidate) + squares(fork, candidate, fork.length);
      if (squares < least) {
        length = candidate;
        least = squares;
      }
    }
    return isApart(fork, length, least) ? length : 0;
  }

  private static double squares(double[] fork, int from, int to) {
    var mean = mean(fork, from, to);
    return Arrays.stream(fork, from, to).map(each -> (each - mean) * (each - mean)).sum();
  }

  private static double mean(double[] fork, int from, int to) {
    return Mean.of(Arrays.copyOfRange(fork, from, to));
  }

  private static boolean isApart(double[] fork, int cut, double squares) {
    var apart = Math.abs(mean(fork, 0, cut) - mean(fork, cut, fork.length));
    return apart > FAR * Math.sqrt(squares / (fork.length - 2));
  }
}
