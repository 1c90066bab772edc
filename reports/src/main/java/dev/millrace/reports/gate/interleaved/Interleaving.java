package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.gate.Comparison;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Runs forks of two builds in rounds, side by side in random order, until every verdict is decided
/// or the budget is spent (randomised multiple interleaved trials: Abedi and Brecht 2017).
///
/// Data is looked at between rounds ([Looks]). A verdict that a look has proven stays, and its
/// target is not run any more; neither is one with a fork that failed. Whoever has only one of the
/// builds is run once, so that its series are known. A run that is repeated on the same forks takes
/// the same way, which is how an interrupted one is resumed.
public final class Interleaving {
  private final Plan plan;
  private final Policy policy;
  private final Forks forks;
  private final Consumer<String> progress;
  private final Looks looks;

  private final Set<Target> open = new LinkedHashSet<>();
  private final Map<Target, String> failures = new LinkedHashMap<>();
  private final Map<Judgement.Subject, Judgement> decided = new LinkedHashMap<>();
  private final Map<Target, Double> costs = new LinkedHashMap<>();
  private final Set<Target> measured = new LinkedHashSet<>();
  private double seconds;

  /// How long and in which order forks are run.
  ///
  /// @param budget in seconds of forks
  /// @param rounds the most forks of a target and build
  public record Plan(double budget, int rounds, long seed) {}

  /// @param progress told of every fork and look, in one line each
  public Interleaving(Plan plan, Policy policy, Forks forks, Consumer<String> progress) {
    this.plan = plan;
    this.policy = policy;
    this.forks = forks;
    this.progress = progress;
    this.looks = new Looks(policy.settings().alpha());
  }

  /// The comparison, when it is decided or the budget is spent.
  public Comparison run() throws InterruptedException {
    var baseline = forks.targets(Build.BASELINE);
    var candidate = forks.targets(Build.CANDIDATE);
    var all = new LinkedHashSet<>(baseline);
    all.addAll(candidate);
    open.addAll(all);
    var both = new LinkedHashSet<>(baseline);
    both.retainAll(candidate);
    var isWithinBudget = round(1, baseline, candidate);
    open.retainAll(both);
    for (var round = 2; isWithinBudget && round <= plan.rounds() && !open.isEmpty(); round++) {
      isWithinBudget = round(round, both, both);
      var share = Math.max(seconds / plan.budget(), (double) round / plan.rounds());
      if (isWithinBudget && share < 1 && looks.isDue(round)) {
        look(share, all);
      }
    }
    return look(1, all);
  }

  /// Runs a round; false when the budget was spent before its end.
  private boolean round(int round, Collection<Target> baseline, Collection<Target> candidate)
      throws InterruptedException {
    for (var pair : Step.round(plan.seed(), round, open)) {
      var target = pair.getFirst().target();
      if (seconds + costs.getOrDefault(target, 0.0) >= plan.budget()) {
        progress.accept("the budget is spent in round " + round);
        return false;
      }
      var before = seconds;
      for (var step : pair) {
        if ((step.build() == Build.BASELINE ? baseline : candidate).contains(target)) {
          run(step);
        }
      }
      costs.put(target, seconds - before);
    }
    open.removeAll(failures.keySet());
    return true;
  }

  private void run(Step step) throws InterruptedException {
    var fork = forks.run(step);
    seconds += fork.seconds();
    var outcome = fork.failure() == null ? "" : ", failed: " + fork.failure();
    progress.accept(
        String.format(
            Locale.ROOT,
            "round %d, %s %s: %.1f s%s; %d undecided, %.0f of %.0f s",
            step.round(),
            step.build().label(),
            step.target(),
            fork.seconds(),
            outcome,
            open.size(),
            seconds,
            plan.budget()));
    measured.add(step.target());
    if (fork.failure() != null) {
      failures.merge(
          step.target(),
          "a fork of the " + step.build().label() + " failed: " + fork.failure(),
          (one, other) -> one + "; " + other);
    }
  }

  /// Judges what there is, and keeps what is decided.
  private Comparison look(double share, Collection<Target> all) {
    var level = looks.spend(share);
    var comparison =
        Gate.compareHere(
            forks.results(Build.BASELINE), forks.results(Build.CANDIDATE), policy.withAlpha(level));
    var judgements = comparison.judgements().stream().map(this::settled).toList();
    judgements.stream()
        .filter(each -> each.verdict() != Verdict.INCONCLUSIVE)
        .forEach(each -> decided.put(each.subject(), each));
    open.removeIf(target ->
        judgements.stream().filter(each -> covers(target, each)).allMatch(this::isDecided));
    var settled =
        new Comparison(
            comparison.baseline(),
            comparison.candidate(),
            policy,
            judgements,
            gaps(all, judgements),
            comparison.notes());
    progress.accept(
        String.format(Locale.ROOT, "looked at a level of %.4f: %s", level, settled.counts()));
    return settled;
  }

  private Judgement settled(Judgement fresh) {
    for (var failure : failures.entrySet()) {
      if (covers(failure.getKey(), fresh)) {
        return fresh.as(Verdict.ERROR, failure.getValue());
      }
    }
    return decided.getOrDefault(fresh.subject(), fresh);
  }

  private boolean isDecided(Judgement judgement) {
    return decided.containsKey(judgement.subject());
  }

  private static boolean covers(Target target, Judgement judgement) {
    return target.covers(judgement.identity().benchmark(), judgement.identity().params());
  }

  /// Targets without a series: they fail on both sides, or the budget was spent before their turn.
  private List<Comparison.Gap> gaps(Collection<Target> all, List<Judgement> judgements) {
    var gaps = new ArrayList<Comparison.Gap>();
    for (var target : all) {
      if (judgements.stream().noneMatch(each -> covers(target, each))) {
        gaps.add(
            measured.contains(target)
                ? new Comparison.Gap(
                    target.toString(),
                    Verdict.ERROR,
                    failures.getOrDefault(target, "it left nothing that is to be judged"))
                : new Comparison.Gap(
                    target.toString(),
                    Verdict.INCONCLUSIVE,
                    "not run, because the budget was spent before"));
      }
    }
    return gaps;
  }
}
