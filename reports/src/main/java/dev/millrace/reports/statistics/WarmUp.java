package dev.millrace.reports.statistics;

import java.util.Arrays;

/// Where a fork's iterations settle, if they had not from the start.
///
/// Of all cuts up to the middle of the measured iterations, that one is taken which leaves the
/// least squares within its two parts: a single change point. There always is one, in noise too; so
/// it counts only when the mean of the beginning lies further from that of the rest than three
/// standard deviations within the parts. Where it counts, what comes after it is looked at again: a
/// first iteration ten times as slow hides a second that is twice as slow. Fewer than eight
/// iterations are taken as settled: they tell too little.
///
/// It is a mark in a picture, not a judgement: a change in the second half of what was measured is
/// not looked for.
///
/// @param thrownAway how many iterations JMH threw away, as far as they are known
/// @param length how many iterations the fork takes to settle, those thrown away among them; 0 when
///   it had settled from the start
/// @param most the greatest length that is looked for
public record WarmUp(int thrownAway, int length, int most) {
  /// The fewest iterations of a fork that tell where it settles.
  public static final int FEWEST = 8;

  private static final double FAR = 3;

  /// Where a fork settles.
  ///
  /// @param iterations in the order of time
  /// @param thrownAway how many of them, from the first on, were warm-up
  public static WarmUp of(double[] iterations, int thrownAway) {
    var most = thrownAway + (iterations.length - thrownAway) / 2;
    return new WarmUp(thrownAway, length(iterations, most), most);
  }

  /// Whether measured iterations had not settled.
  public boolean isLate() {
    return length > thrownAway;
  }

  /// Whether it had not settled as far as is looked.
  public boolean isEndless() {
    return isLate() && length == most;
  }

  private static int length(double[] fork, int most) {
    var length = 0;
    var next = cut(fork, 0, most);
    while (next > length) {
      length = next;
      next = cut(fork, length, most);
    }
    return length;
  }

  /// Where the beginning of what comes from an iteration on ends; that iteration where it has none.
  private static int cut(double[] fork, int from, int most) {
    if (fork.length - from < FEWEST) {
      return from;
    }
    var cut = from;
    var least = Double.POSITIVE_INFINITY;
    for (var candidate = from + 1; candidate <= most; candidate++) {
      var squares = squares(fork, from, candidate) + squares(fork, candidate, fork.length);
      if (squares < least) {
        cut = candidate;
        least = squares;
      }
    }
    var apart = Math.abs(mean(fork, from, cut) - mean(fork, cut, fork.length));
    return apart > FAR * Math.sqrt(least / (fork.length - from - 2)) ? cut : from;
  }

  private static double squares(double[] fork, int from, int to) {
    var mean = mean(fork, from, to);
    return Arrays.stream(fork, from, to).map(each -> (each - mean) * (each - mean)).sum();
  }

  private static double mean(double[] fork, int from, int to) {
    return Mean.of(Arrays.copyOfRange(fork, from, to));
  }
}
