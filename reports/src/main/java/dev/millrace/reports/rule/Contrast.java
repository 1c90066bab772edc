package dev.millrace.reports.rule;

import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.statistics.VariancePrior;
import org.apache.commons.statistics.distribution.TDistribution;

/// The difference of two sides on the log scale, candidate minus baseline, with the variance of a
/// fork, taken as the same on both sides.
///
/// A variance of zero means a metric that never varies: then what differs, differs for certain.
///
/// @param degreesOfFreedom of the variance; 0 when nothing is known of it
/// @param weight what the variance of a fork is multiplied by to get that of the difference
record Contrast(double difference, double variance, double degreesOfFreedom, double weight) {
  static Contrast of(Sample sample) {
    var before = Ratio.logs(sample.baseline());
    var after = Ratio.logs(sample.candidate());
    var n = before.length;
    var m = after.length;
    var squares = squares(before) + squares(after);
    var difference = Mean.of(after) - Mean.of(before);
    return new Contrast(difference, squares / Math.max(1, n + m - 2), n + m - 2, weight(n, m));
  }

  /// The variance of a difference of means of so many forks, in variances of a fork.
  static double weight(int baselineForks, int candidateForks) {
    return 1.0 / baselineForks + 1.0 / candidateForks;
  }

  private static double squares(double[] logs) {
    return logs.length < 2 ? 0 : Mean.variance(logs) * (logs.length - 1);
  }

  /// The same difference with a variance that the suite has moderated; one that is exactly zero
  /// stays.
  Contrast moderatedBy(VariancePrior prior) {
    return variance == 0
        ? this
        : new Contrast(
            difference,
            prior.moderate(variance, degreesOfFreedom),
            prior.moderateDegrees(degreesOfFreedom),
            weight);
  }

  /// The same difference and variance, from `k` more forks on each side.
  Contrast with(int k, int baselineForks, int candidateForks) {
    return new Contrast(
        difference,
        variance,
        degreesOfFreedom + 2 * k,
        weight(baselineForks + k, candidateForks + k));
  }

  /// The candidate over the baseline, at 95 %.
  Ratio ratio() {
    return Ratio.ofLog(
        difference,
        variance == 0 ? 0 : Summary.quantile(degreesOfFreedom, Summary.CONFIDENCE) * error());
  }

  /// The chance of so great a difference, or a greater one, when the true one is `bound`.
  double pAbove(double bound) {
    return variance == 0 ? difference > bound ? 0 : 1 : upperTail((difference - bound) / error());
  }

  /// The chance of a difference so small, or smaller, when the true one is `bound`.
  double pBelow(double bound) {
    return variance == 0 ? difference < bound ? 0 : 1 : upperTail((bound - difference) / error());
  }

  /// The greater p of the two one-sided tests against `-bound` and `bound`.
  double pWithin(double bound) {
    return variance == 0
        ? Math.abs(difference) <= bound ? 0 : 1
        : Math.max(pAbove(-bound), pBelow(bound));
  }

  private double upperTail(double t) {
    return TDistribution.of(degreesOfFreedom).survivalProbability(t);
  }

  double error() {
    return Math.sqrt(variance * weight);
  }
}
