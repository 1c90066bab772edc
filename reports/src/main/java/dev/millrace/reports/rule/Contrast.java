package dev.millrace.reports.rule;

import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Satterthwaite;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.statistics.VariancePrior;
import org.apache.commons.statistics.distribution.TDistribution;

/// How far apart two sides are on the log scale, candidate minus baseline, and how sure that is.
///
/// The error is Welch's: each side has its variance. Where no fork differs from another of its side
/// the metric is one that never varies: then what differs, differs for certain.
///
/// @param most the greatest number of degrees of freedom there can be: what the forks of both sides
///   and the prior have together
record Contrast(Side baseline, Side candidate, double most) {
  static Contrast of(Sample sample) {
    var before = Side.of(sample.baseline());
    var after = Side.of(sample.candidate());
    return new Contrast(before, after, before.degreesOfFreedom() + after.degreesOfFreedom());
  }

  /// The variance of a fork, were it the same on both sides; 0 when there is one fork on each.
  double pooledVariance() {
    return (baseline.squares() + candidate.squares()) / Math.max(1, most);
  }

  /// The same with variances that the suite has moderated; where nothing varies, nothing changes.
  Contrast moderatedBy(VariancePrior prior) {
    return isExact()
        ? this
        : new Contrast(
            baseline.moderatedBy(prior), candidate.moderatedBy(prior), prior.moderateDegrees(most));
  }

  /// The same, had `k` more forks been measured on each side.
  Contrast with(int k) {
    return new Contrast(baseline.with(k), candidate.with(k), most + 2 * k);
  }

  double difference() {
    return candidate.mean() - baseline.mean();
  }

  /// The candidate over the baseline, at 95 %.
  Ratio ratio() {
    return Ratio.ofLog(
        difference(),
        isExact() ? 0 : Summary.quantile(degreesOfFreedom(), Summary.CONFIDENCE) * error());
  }

  /// The chance of so great a difference, or a greater one, when the true one is `bound`.
  double pAbove(double bound) {
    return isExact() ? certainty(difference() > bound) : upperTail(difference() - bound);
  }

  /// The chance of a difference so small, or smaller, when the true one is `bound`.
  double pBelow(double bound) {
    return isExact() ? certainty(difference() < bound) : upperTail(bound - difference());
  }

  /// The greater p of the two one-sided tests against `-bound` and `bound`.
  double pWithin(double bound) {
    return isExact()
        ? certainty(Math.abs(difference()) <= bound)
        : Math.max(pAbove(-bound), pBelow(bound));
  }

  /// The chance of a distance so great, in the unit of the difference, when there is none.
  double upperTail(double distance) {
    return TDistribution.of(degreesOfFreedom()).survivalProbability(distance / error());
  }

  double error() {
    return Math.sqrt(baseline.squaredError() + candidate.squaredError());
  }

  private double degreesOfFreedom() {
    var welch =
        Satterthwaite.degreesOfFreedom(
            baseline.squaredError(),
            baseline.degreesOfFreedom(),
            candidate.squaredError(),
            candidate.degreesOfFreedom());
    return Math.min(welch, most);
  }

  private boolean isExact() {
    return baseline.variance() == 0 && candidate.variance() == 0;
  }

  private static double certainty(boolean holds) {
    return holds ? 0 : 1;
  }
}
