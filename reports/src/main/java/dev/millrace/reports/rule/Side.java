package dev.millrace.reports.rule;

import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.VariancePrior;

/// One side of a comparison on the log scale.
///
/// @param variance of a fork; 0 below two forks
/// @param degreesOfFreedom of the variance
record Side(double mean, double variance, double degreesOfFreedom, int forks) {
  static Side of(double[] forkMeans) {
    var logs = Ratio.logs(forkMeans);
    var variance = logs.length < 2 ? 0 : Mean.variance(logs);
    return new Side(Mean.of(logs), variance, logs.length - 1, logs.length);
  }

  /// The sum of squared deviations from the mean.
  double squares() {
    return variance * degreesOfFreedom;
  }

  Side moderatedBy(VariancePrior prior) {
    return new Side(
        mean,
        prior.moderate(variance, degreesOfFreedom),
        prior.moderateDegrees(degreesOfFreedom),
        forks);
  }

  /// The same, had `k` more forks been measured.
  Side with(int k) {
    return new Side(mean, variance, degreesOfFreedom + k, forks + k);
  }

  /// The squared standard error of the mean.
  double squaredError() {
    return variance / forks;
  }
}
