package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Where a fork's iterations settle, if they had not from the start.
///
/// Of all beginnings that may be left out, at most half of the fork, that one is taken which leaves
/// the mean of the rest the least standard error. The rule always finds some beginning, in noise
/// too; so one counts only when its mean lies further from that of the rest than three standard
/// deviations of the rest. Forks shorter than ten iterations are taken as settled: they tell too
/// little.
///
/// Source: the marginal standard error rule, MSER (White 1997).
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
    var least = error(fork, 0);
    for (var candidate = 1; candidate <= fork.length / 2; candidate++) {
      var error = error(fork, candidate);
      if (error < least) {
        length = candidate;
        least = error;
      }
    }
    return isApart(fork, length) ? length : 0;
  }

  /// The squared standard error of the mean of what is left.
  private static double error(double[] fork, int from) {
    var rest = Arrays.copyOfRange(fork, from, fork.length);
    return Mean.variance(rest) / rest.length;
  }

  private static boolean isApart(double[] fork, int length) {
    var rest = Arrays.copyOfRange(fork, length, fork.length);
    var beginning = Mean.of(Arrays.copyOf(fork, length));
    return Math.abs(beginning - Mean.of(rest)) > FAR * Math.sqrt(Mean.variance(rest));
  }
}
