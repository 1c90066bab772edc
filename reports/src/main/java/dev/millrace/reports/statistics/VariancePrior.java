package dev.millrace.reports.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/// What a suite tells about the variance of a series before the series itself is looked at: as much
/// as a sample of `degreesOfFreedom` with the given variance would.
///
/// Variances are taken as drawn from a scaled inverse chi-square distribution, fitted by the
/// moments of their logarithms. Source: Smyth 2004, Linear models and empirical Bayes methods; the
/// limit of the degrees of freedom is that of its implementation, limma.
///
/// @param degreesOfFreedom 0 when nothing is known, infinite when all variances look the same
/// @param pooled the degrees of freedom of all series together: a moderated variance never has more
public record VariancePrior(double degreesOfFreedom, double variance, double pooled) {
  private static final VariancePrior NONE = new VariancePrior(0, 0, Double.POSITIVE_INFINITY);
  private static final int NEWTON_STEPS = 50;

  /// Fits the prior to variances, each with its degrees of freedom. Those that are zero or have no
  /// degree of freedom tell nothing; fewer than two others tell nothing either.
  public static VariancePrior fit(double[] variances, double[] degreesOfFreedom) {
    var usable =
        IntStream.range(0, variances.length)
            .filter(i -> variances[i] > 0 && degreesOfFreedom[i] > 0)
            .toArray();
    if (usable.length < 2) {
      return NONE;
    }
    var halves = Arrays.stream(usable).mapToDouble(i -> degreesOfFreedom[i] / 2).toArray();
    var logs = Arrays.stream(usable).mapToDouble(i -> Math.log(variances[i])).toArray();
    Arrays.setAll(logs, i -> logs[i] - offset(halves[i]));
    var noise = Arrays.stream(halves).map(Trigamma::value).average().orElseThrow();
    var spread = Mean.variance(logs) - noise;
    var pooled = 2 * Arrays.stream(halves).sum();
    if (spread <= 0) {
      return new VariancePrior(Double.POSITIVE_INFINITY, Math.exp(Mean.of(logs)), pooled);
    }
    var half = inverseTrigamma(spread);
    return new VariancePrior(2 * half, Math.exp(Mean.of(logs) + offset(half)), pooled);
  }

  /// The variance of a series, moderated: the mean of its own and the prior's, weighted by degrees
  /// of freedom.
  public double moderate(double own, double ownDegrees) {
    return Double.isInfinite(degreesOfFreedom)
        ? variance
        : (degreesOfFreedom * variance + ownDegrees * own) / (degreesOfFreedom + ownDegrees);
  }

  /// The degrees of freedom of a moderated variance.
  public double moderateDegrees(double ownDegrees) {
    return Math.min(degreesOfFreedom + ownDegrees, Math.max(pooled, ownDegrees));
  }

  /// The mean of the log of a chi-square variable over its degrees of freedom, half of which are
  /// given.
  private static double offset(double half) {
    return Digamma.value(half) - Math.log(half);
  }

  /// Newton's method on 1 / trigamma, which is convex and nearly linear, from a start below.
  static double inverseTrigamma(double value) {
    if (value > 1e7) {
      return 1 / Math.sqrt(value);
    }
    if (value < 1e-6) {
      return 1 / value;
    }
    var x = 0.5 + 1 / value;
    for (var i = 0; i < NEWTON_STEPS; i++) {
      var trigamma = Trigamma.value(x);
      var step = trigamma * (1 - trigamma / value) / tetragamma(x);
      x += step;
      if (-step / x < 1e-14) {
        return x;
      }
    }
    return x;
  }

  /// The derivative of trigamma: recurrence up to where its asymptotic series is exact.
  private static double tetragamma(double argument) {
    var sum = 0.0;
    var x = argument;
    for (; x < 20; x++) {
      sum -= 2 / (x * x * x);
    }
    var square = 1 / (x * x);
    return sum
        - square
            * (1 + 1 / x + square * (0.5 - square * (1.0 / 6 - square * (1.0 / 6 - square * 0.3))));
  }
}
