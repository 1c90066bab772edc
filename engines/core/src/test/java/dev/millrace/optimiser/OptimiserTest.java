package dev.millrace.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.engine.Answer;
import dev.millrace.engine.OnError;
import dev.millrace.feed.Feed;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import dev.millrace.plan.Plan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The law over all rewrites: an optimised plan gives what the plan gives that was written, to the
/// byte, under every policy; the reference evaluates the one, the fused evaluator the other.
///
/// `-Dmillrace.seed=N` replays the case that a failure names; `-Dmillrace.cases=N` runs more of
/// them.
class OptimiserTest {
  private static final int CASES = Integer.getInteger("millrace.cases", 1_000);

  @Test
  void of_generatedPlansAndFeeds_givesWhatThePlanGives() {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    int cases = replay == null ? CASES : 1;
    for (long seed = first; seed < first + cases; seed++) {
      check(seed, Rewrites.all());
    }
  }

  @Test
  void of_eachRewriteAlone_givesWhatThePlanGives() {
    for (Rewrites rewrite : Rewrites.values()) {
      long first = System.nanoTime();
      for (long seed = first; seed < first + CASES / 10; seed++) {
        check(seed, List.of(rewrite.rewrite()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VECTORISED", "COMPILED"})
  void run_engineThatOptimises_givesWhatThePlanGives(Engines engine) {
    long first = System.nanoTime();
    for (long seed = first; seed < first + CASES / 5; seed++) {
      var drawn = new Case(seed);
      Feed feed = seed % 2 == 0 ? drawn.feed() : drawn.feed().compact();
      for (OnError policy : OnError.values()) {
        assertThat(Answer.of(engine, drawn.plan(), feed, policy))
            .as("%s, seed %d: %s", policy, seed, drawn.plan())
            .isEqualTo(Answer.ofReference(drawn.plan(), feed, policy));
      }
    }
  }

  @Test
  void of_generatedPlans_appliesEveryRewriteOften() {
    Map<Rewrites, Integer> counts = new EnumMap<>(Rewrites.class);
    for (long seed = 0; seed < 1_000; seed++) {
      List<Applied> applied = Optimiser.of(new Case(seed).plan()).applied();
      for (Rewrites rewrite : Rewrites.values()) {
        boolean isApplied =
            applied.stream().anyMatch(each -> each.rewrite().equals(rewrite.rewrite()));
        counts.merge(rewrite, isApplied ? 1 : 0, Integer::sum);
      }
    }
    assertThat(counts)
        .hasSize(Rewrites.values().length)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
  }

  @Test
  void of_optimisedPlan_findsNothingMore() {
    for (long seed = 0; seed < 300; seed++) {
      Plan optimised = Optimiser.of(new Case(seed).plan()).plan();
      assertThat(Optimiser.of(optimised).applied()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void of_nothingToDo_givesTheSamePlan() {
    Plan plan = Plan.of(List.of(), Feeds.SCHEMA);
    assertThat(Optimiser.of(plan)).isEqualTo(new Optimised(plan, List.of()));
  }

  private static void check(long seed, List<Rewrite> rewrites) {
    var drawn = new Case(seed);
    Optimised optimised = Optimiser.of(drawn.plan(), rewrites);
    for (OnError policy : OnError.values()) {
      assertThat(Answer.of(Engines.FUSED, optimised.plan(), drawn.feed(), policy))
          .as(() -> policy + ", -Dmillrace.seed=" + seed + ": " + drawn.plan() + optimised)
          .isEqualTo(Answer.ofReference(drawn.plan(), drawn.feed(), policy));
    }
  }

  /// A plan and a feed drawn from a seed.
  record Case(Plan plan, Feed feed) {
    Case(long seed) {
      this(new SplittableRandom(seed));
    }

    private Case(SplittableRandom random) {
      Plan plan =
          random.nextInt(4) == 0 ? new Plans(random).plan() : new Plans(random).rewritable();
      this(plan, Feeds.of(random));
    }
  }
}
