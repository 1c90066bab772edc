package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Notes;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges a candidate against a baseline: joins their series by [Identity], and has all measures of
/// all series judged at once by the [Rule]. Iterations are never pooled.
public final class Gate {
  private final Policy policy;
  private final List<String> differences;
  private final Map<Identity, List<Series>> before;
  private final Map<Identity, List<Series>> after;
  private final Map<String, String> renamed;
  private final Function<Identity, @Nullable String> failed;
  private final Function<Identity, @Nullable String> failedBefore;
  private final List<Judgement> judgements = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();

  private Gate(ResultFile baseline, ResultFile candidate, Policy policy, List<String> differences) {
    this.policy = policy;
    this.differences = differences;
    this.before = byIdentity(baseline);
    this.after = byIdentity(candidate);
    this.renamed = Pairing.of(baseline.series(), candidate.series());
    this.failed = candidate::failureOf;
    this.failedBefore = baseline::failureOf;
  }

  /// The comparison of two files.
  public static Comparison compare(ResultFile baseline, ResultFile candidate, Policy policy) {
    return compare(baseline, candidate, policy, Fingerprints.compare(baseline, candidate));
  }

  /// The comparison of two files that one machine and JVM have measured side by side.
  public static Comparison compareHere(ResultFile baseline, ResultFile candidate, Policy policy) {
    return compare(baseline, candidate, policy, Fingerprints.SAME);
  }

  private static Comparison compare(
      ResultFile baseline, ResultFile candidate, Policy policy, Fingerprints fingerprints) {
    var gate = new Gate(baseline, candidate, policy, fingerprints.differences());
    var judged = gate.judgements();
    var notes = new ArrayList<>(fingerprints.notes());
    notes.addAll(policy.accepted().notes(judged));
    Stream.of(baseline, candidate).distinct().map(Notes::of).forEach(notes::addAll);
    return new Comparison(
        baseline.path(),
        candidate.path(),
        policy,
        policy.accepted().applyTo(judged),
        List.of(),
        notes);
  }

  private static Map<Identity, List<Series>> byIdentity(ResultFile file) {
    var series = new LinkedHashMap<Identity, List<Series>>();
    file.series()
        .forEach(each -> series.computeIfAbsent(each.identity(), _ -> new ArrayList<>()).add(each));
    return series;
  }

  private List<Judgement> judgements() {
    var unmatched = new ArrayList<>(after.keySet());
    unmatched.removeAll(before.keySet());
    before.forEach((identity, series) -> {
      var same = after.get(identity);
      var failure = failure(identity);
      if (failure != null) {
        judgements.add(failure);
      } else if (same == null) {
        judgements.add(unmatched(identity, unmatched));
      } else {
        join(series, same);
      }
    });
    unmatched.forEach(identity -> judgements.add(added(identity)));
    judgeCases();
    return judgements;
  }

  /// The error of a series of which a fork failed, even if others did not; null when none did.
  private @Nullable Judgement failure(Identity identity) {
    var now = failed.apply(identity);
    if (now != null) {
      return Judgement.without(identity, Verdict.ERROR, "it failed: " + now);
    }
    var before = failedBefore.apply(identity);
    return before == null
        ? null
        : Judgement.without(identity, Verdict.ERROR, "it failed in the baseline: " + before);
  }

  /// A series that the candidate lacks: gone, renamed, or measured in another mode or unit.
  private Judgement unmatched(Identity gone, List<Identity> unmatched) {
    for (var other : unmatched) {
      if (isSameExperiment(gone, other)) {
        unmatched.remove(other);
        return Judgement.without(gone, Verdict.NOT_COMPARABLE, measuredOtherwise(gone, other));
      }
    }
    var name = renamed.get(gone.benchmark());
    return name == null
        ? Judgement.without(gone, Verdict.MISSING, "the candidate has no such benchmark")
        : Judgement.without(gone, Verdict.RENAMED, "probably it is now " + name);
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

  private Judgement added(Identity identity) {
    var failure = failure(identity);
    if (failure != null) {
      return failure;
    }
    var old =
        renamed.entrySet().stream()
            .filter(entry -> entry.getValue().equals(identity.benchmark()))
            .map(entry -> ", probably it was " + entry.getKey())
            .findFirst()
            .orElse("");
    return Judgement.without(identity, Verdict.NEW, "not in the baseline, not judged" + old);
  }

  private void join(List<Series> olds, List<Series> news) {
    var identity = olds.getFirst().identity();
    if (olds.size() > 1 || news.size() > 1) {
      var times =
          olds.size() + " times in the baseline, " + news.size() + " times in the candidate";
      judgements.add(
          Judgement.without(
              identity, Verdict.NOT_COMPARABLE, "the same series occurs more than once: " + times));
    } else if (!differences.isEmpty()) {
      judgements.add(
          Judgement.without(identity, Verdict.NOT_COMPARABLE, String.join("; ", differences)));
    } else {
      policy.measures().forEach(measure -> measure(measure, olds.getFirst(), news.getFirst()));
    }
  }

  private void measure(Measure measure, Series old, Series fresh) {
    var metric = measure.of(old);
    var other = measure.of(fresh);
    if (metric == null) {
      return;
    }
    if (other == null) {
      judgements.add(
          new Judgement(
              old.identity(),
              measure.name(),
              Verdict.MISSING,
              null,
              "the candidate has no such metric; " + measure.remedy()));
      return;
    }
    var one = new Case(old.identity(), measure, metric, other);
    var fault = one.fault();
    if (fault == null) {
      cases.add(one);
    } else {
      judgements.add(fault);
    }
  }

  private void judgeCases() {
    var findings = Rule.judge(cases.stream().map(Case::sample).toList(), policy.settings());
    for (var i = 0; i < cases.size(); i++) {
      judgements.add(cases.get(i).judgement(findings.get(i)));
    }
  }
}
