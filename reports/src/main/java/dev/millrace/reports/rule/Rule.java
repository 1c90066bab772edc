package dev.millrace.reports.rule;

import dev.millrace.reports.statistics.HodgesLehmann;
import dev.millrace.reports.statistics.Holm;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.VariancePrior;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Judges all series of a suite at once.
///
/// A fork is one observation: its mean, on the log scale; sides are compared by Welch's t-test with
/// variances moderated over the suite ([VariancePrior]). A series has regressed when a one-sided
/// test rejects that its cost ratio is within the margin, adjusted over the suite by Holm; it has
/// improved when the same holds the other way; it is equivalent when two one-sided tests reject
/// that it is off by the margin or more; else it is inconclusive. Fewer than [#FEWEST_FORKS] on a
/// side prove nothing.
///
/// Guarantee: over a suite without any regression beyond its margins, an alarm is raised with a
/// chance of at most alpha; the tests are made at a lower level ([Settings#CAUTION]), because the
/// logs of fork means are only roughly normal. That *all* of a suite is equivalent is claimed
/// wrongly with a chance of at most alpha, too: the claim needs every one of its tests to reject,
/// so none of them is adjusted.
///
/// Cost: O(series · forks²).
public final class Rule {
  /// What a side needs at least before anything is proven.
  public static final int FEWEST_FORKS = 2;

  /// The most forks that are ever asked for.
  public static final int MOST_FORKS = 100;

  private final List<Sample> suite;
  private final Settings settings;
  private final List<Contrast> contrasts;

  private Rule(List<Sample> suite, Settings settings) {
    this.suite = suite;
    this.settings = settings;
    this.contrasts = suite.stream().map(Contrast::of).collect(Collectors.toList());
    if (settings.moderated()) {
      IntStream.range(0, suite.size())
          .boxed()
          .collect(Collectors.groupingBy(i -> suite.get(i).metric()))
          .values()
          .forEach(this::moderate);
    }
  }

  /// The findings, in the order of the suite.
  public static List<Finding> judge(List<Sample> suite, Settings settings) {
    return new Rule(suite, settings).findings();
  }

  /// Lets the series of one metric, given by their indices, share what they tell about variance.
  private void moderate(List<Integer> indices) {
    var prior =
        VariancePrior.fit(
            indices.stream().mapToDouble(i -> contrasts.get(i).pooledVariance()).toArray(),
            indices.stream().mapToDouble(i -> contrasts.get(i).most()).toArray());
    indices.forEach(i -> contrasts.set(i, contrasts.get(i).moderatedBy(prior)));
  }

  private List<Finding> findings() {
    var worse = adjusted(1);
    var better = adjusted(-1);
    var open = (int) Arrays.stream(worse).filter(p -> !isAlarm(p)).count();
    return IntStream.range(0, suite.size())
        .mapToObj(i -> finding(i, worse[i], better[i], open))
        .toList();
  }

  /// Holm's p-values of being beyond the margin, towards higher cost (1) or lower (-1).
  private double[] adjusted(int direction) {
    return Holm.adjust(
        IntStream.range(0, suite.size()).mapToDouble(i -> p(i, direction)).toArray());
  }

  private double p(int index, int direction) {
    var sample = suite.get(index);
    if (sample.forks() < FEWEST_FORKS) {
      return 1;
    }
    var contrast = contrasts.get(index);
    var isUpwards = direction > 0 != sample.higherIsBetter();
    return isUpwards
        ? contrast.pAbove(sample.bound())
        : contrast.pBelow(-sample.bound());
  }

  private Finding finding(int index, double pWorse, double pBetter, int open) {
    var sample = suite.get(index);
    var contrast = contrasts.get(index);
    var middle =
        Math.exp(
            HodgesLehmann.shift(Ratio.logs(sample.candidate()), Ratio.logs(sample.baseline())));
    if (sample.forks() < FEWEST_FORKS) {
      var change = new Ratio(Math.exp(contrast.difference()), null);
      var lacking = FEWEST_FORKS - sample.forks();
      return new Finding(Outcome.INCONCLUSIVE, change, middle, 1, 1, 1, lacking);
    }
    var pEquivalent = contrast.pWithin(sample.bound());
    var outcome = outcome(pWorse, pBetter, pEquivalent);
    var more =
        outcome == Outcome.INCONCLUSIVE
            ? new Forecast(contrast, sample.bound(), settings, open).moreForks()
            : 0;
    return new Finding(outcome, contrast.ratio(), middle, pWorse, pBetter, pEquivalent, more);
  }

  private Outcome outcome(double pWorse, double pBetter, double pEquivalent) {
    if (isAlarm(pWorse)) {
      return Outcome.REGRESSED;
    }
    if (isAlarm(pBetter)) {
      return Outcome.IMPROVED;
    }
    return pEquivalent < settings.alpha() ? Outcome.EQUIVALENT : Outcome.INCONCLUSIVE;
  }

  private boolean isAlarm(double p) {
    return p < settings.alarmLevel();
  }
}
