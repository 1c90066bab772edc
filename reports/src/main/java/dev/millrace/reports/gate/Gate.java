package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges a candidate against a baseline, series by series, joined by [Identity].
///
/// The rule: the 95 % interval of the log ratio of fork means (Welch, Satterthwaite), all of it
/// beyond the margin or all of it within; anything else is inconclusive. Only primary scores are
/// judged. Iterations are never pooled.
public final class Gate {
  private static final int FEWEST_FORKS = 2;

  private final ResultFile baseline;
  private final ResultFile candidate;
  private final Margin margin;

  private Gate(ResultFile baseline, ResultFile candidate, Margin margin) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.margin = margin;
  }

  /// The comparison of two files.
  public static Comparison compare(ResultFile baseline, ResultFile candidate, Margin margin) {
    var gate = new Gate(baseline, candidate, margin);
    var fingerprints = Fingerprints.compare(baseline, candidate);
    return new Comparison(
        baseline.path(),
        candidate.path(),
        margin,
        gate.judgements(fingerprints.differences()),
        fingerprints.notes());
  }

  private List<Judgement> judgements(List<String> differences) {
    var before = byIdentity(baseline);
    var after = byIdentity(candidate);
    var unmatched = new ArrayList<>(after.keySet());
    unmatched.removeAll(before.keySet());
    var judgements = new ArrayList<Judgement>();
    for (var entry : before.entrySet()) {
      var same = after.get(entry.getKey());
      judgements.add(
          same == null
              ? unmatched(entry.getKey(), unmatched)
              : judge(entry.getValue(), same, differences));
    }
    unmatched.forEach(identity ->
        judgements.add(
            Judgement.without(identity, Verdict.NEW, "not in the baseline, not judged")));
    return judgements;
  }

  private static Map<Identity, List<Series>> byIdentity(ResultFile file) {
    var series = new LinkedHashMap<Identity, List<Series>>();
    file.series()
        .forEach(each -> series.computeIfAbsent(each.identity(), _ -> new ArrayList<>()).add(each));
    return series;
  }

  /// A series that the candidate lacks: gone, or measured in another mode or unit.
  private static Judgement unmatched(Identity gone, List<Identity> unmatched) {
    for (var other : unmatched) {
      if (isSameExperiment(gone, other)) {
        unmatched.remove(other);
        return Judgement.without(gone, Verdict.NOT_COMPARABLE, measuredOtherwise(gone, other));
      }
    }
    return Judgement.without(gone, Verdict.MISSING, "the candidate has no such benchmark");
  }

  private static boolean isSameExperiment(Identity one, Identity other) {
    return one.benchmark().equals(other.benchmark())
        && one.threads() == other.threads()
        && one.params().equals(other.params());
  }

  private static String measuredOtherwise(Identity before, Identity after) {
    return before.mode() == after.mode()
        ? "the unit differs: " + before.unit() + " against " + after.unit()
        : "the mode differs: " + before.mode().label() + " against " + after.mode().label();
  }

  private Judgement judge(List<Series> before, List<Series> after, List<String> differences) {
    var identity = before.getFirst().identity();
    if (before.size() > 1 || after.size() > 1) {
      return Judgement.without(
          identity,
          Verdict.NOT_COMPARABLE,
          "the same series occurs more than once: "
              + (before.size() + " times in the baseline, ")
              + (after.size() + " times in the candidate"));
    }
    if (!differences.isEmpty()) {
      return Judgement.without(identity, Verdict.NOT_COMPARABLE, String.join("; ", differences));
    }
    return judge(before.getFirst(), after.getFirst());
  }

  private Judgement judge(Series before, Series after) {
    var identity = before.identity();
    var old = observations(before);
    var fresh = observations(after);
    var fault = fault("baseline", old);
    var trouble = fault == null ? fault("candidate", fresh) : fault;
    if (trouble != null) {
      return Judgement.without(identity, Verdict.NOT_COMPARABLE, trouble);
    }
    var change = Ratio.of(fresh, old);
    var cost = identity.mode().higherIsBetter() ? change.inverse() : change;
    var verdict =
        verdict(cost, Math.min(before.primary().forks().size(), after.primary().forks().size()));
    return new Judgement(
        identity,
        verdict,
        Summary.of(old),
        Summary.of(fresh),
        change,
        verdict == Verdict.INCONCLUSIVE ? doubt(before, after, change.interval()) : "");
  }

  private static double[] observations(Series series) {
    var metric = series.primary();
    return metric.forks().isEmpty() ? new double[] {metric.score()} : metric.forkMeans();
  }

  private Verdict verdict(Ratio cost, int forks) {
    var interval = cost.interval();
    return interval == null || forks < FEWEST_FORKS ? Verdict.INCONCLUSIVE : margin.judge(interval);
  }

  private static @Nullable String fault(String side, double[] observations) {
    var mean = Mean.of(observations);
    if (!Double.isFinite(mean)) {
      return "a score of the " + side + " is not a number";
    }
    return mean > 0 ? null : "the score of the " + side + " is not above zero, so no ratio exists";
  }

  private String doubt(Series before, Series after, @Nullable Interval change) {
    var forks = forks(before) + " against " + forks(after);
    if (change == null) {
      return forks + "; an interval needs at least " + FEWEST_FORKS + " on each side";
    }
    var ends = Decimal.change(change.low()) + "…" + Decimal.change(change.high());
    return forks + ", interval " + ends + " crosses the margin of ±" + margin;
  }

  private static String forks(Series series) {
    var forks = series.primary().forks().size();
    return forks == 0 ? "no raw data" : forks == 1 ? "1 fork" : forks + " forks";
  }
}
