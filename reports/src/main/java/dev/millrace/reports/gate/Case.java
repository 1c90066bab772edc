package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.rule.Finding;
import dev.millrace.reports.rule.Rule;
import dev.millrace.reports.rule.Sample;
import dev.millrace.reports.statistics.Summary;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// One measure of one series that both sides have, to be judged.
record Case(Identity identity, Measure measure, Metric baseline, Metric candidate) {
  /// Why nothing can be judged; null when it can.
  @Nullable Judgement fault() {
    if (!baseline.unit().equals(candidate.unit())) {
      return without(
          Verdict.NOT_COMPARABLE,
          "the unit differs: " + baseline.unit() + " against " + candidate.unit());
    }
    var fault = fault("baseline", numbers(baseline));
    return fault == null ? fault("candidate", numbers(candidate)) : fault;
  }

  private @Nullable Judgement fault(String side, double[] numbers) {
    if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
      return without(
          Verdict.ERROR, "a score of the " + side + " is not a number: did the benchmark fail?");
    }
    return Arrays.stream(numbers).allMatch(number -> number > 0)
        ? null
        : without(
            Verdict.NOT_COMPARABLE,
            "a score of the " + side + " is not above zero, so no ratio exists");
  }

  private Judgement without(Verdict verdict, String reason) {
    return new Judgement(identity, measure.name(), verdict, null, reason);
  }

  /// What the rule is given.
  Sample sample() {
    return new Sample(
        measure.name(),
        numbers(baseline),
        numbers(candidate),
        isHigherBetter(),
        measure.margin().fraction());
  }

  private double[] numbers(Metric metric) {
    return DoubleStream.of(Measure.observations(metric))
        .map(number -> Math.max(number, measure.floor()))
        .toArray();
  }

  private boolean isHigherBetter() {
    return measure.higherIsBetter(identity, baseline);
  }

  /// The judgement that follows from what the rule has found.
  Judgement judgement(Finding finding) {
    var verdict =
        switch (finding.outcome()) {
          case REGRESSED -> Verdict.REGRESSED;
          case IMPROVED -> Verdict.IMPROVED;
          case EQUIVALENT -> Verdict.PASS;
          case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
    var evidence =
        new Evidence(
            baseline.unit(),
            isHigherBetter(),
            measure.margin(),
            Summary.of(Measure.observations(baseline)),
            Summary.of(Measure.observations(candidate)),
            finding);
    var reason = verdict == Verdict.INCONCLUSIVE ? doubt(finding) : "";
    return new Judgement(identity, measure.name(), verdict, evidence, reason);
  }

  private String doubt(Finding finding) {
    var forks = forks(baseline) + " against " + forks(candidate);
    var more = finding.moreForks();
    var need = more >= Rule.MOST_FORKS ? "at least " + more : "about " + more;
    return forks
        + " prove neither a change beyond ±"
        + measure.margin()
        + " nor its absence; "
        + need
        + " more on each side would decide";
  }

  private static String forks(Metric metric) {
    var forks = metric.forks().size();
    return forks == 0 ? "no raw data" : forks == 1 ? "1 fork" : forks + " forks";
  }
}
