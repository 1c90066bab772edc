package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.evaluator.tiered.TieredEvaluator;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import dev.millrace.generate.Constructs;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.workor.Combinations;
import dev.millrace.scheduler.workor.WorkOrScheduler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The law over all engines: on generated plans and feeds, each gives what the reference gives, at
/// any chunk size, parallelism and join strategy.
///
/// `-Dmillrace.seed=N` replays the case that a failure names; `-Dmillrace.cases=N` runs more of
/// them.
class EngineContractTest {
  private static final int CASES = Integer.getInteger("millrace.cases", 1_000);
  private static final int COMBINATIONS = 4;
  private static final int[] PARALLELISM = {1, 2, 3, 8};
  private static final List<WorkOrScheduler> SCHEDULERS = Combinations.all();
  private static final List<JoinStrategy> JOINS = List.of(JoinStrategy.values());
  private static final List<OnError> POLICIES = List.of(OnError.values());

  @Test
  void run_generatedPlansAndFeeds_equalsReference() {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    int cases = replay == null ? CASES : 1;
    for (long seed = first; seed < first + cases; seed++) {
      checkCase(seed);
    }
  }

  @Test
  void generators_manyCases_coverEveryConstruct() {
    Set<Class<?>> seen = new HashSet<>();
    for (long seed = 0; seed < 3_000; seed++) {
      new Plans(new SplittableRandom(seed))
          .plan()
          .steps()
          .forEach(step -> Constructs.walk(step.action(), part -> seen.add(part.getClass())));
    }
    Stream<Class<?>> wanted =
        Stream.of(Expression.class, Action.class, Aggregate.class).flatMap(Constructs::records);
    assertThat(seen).containsAll(wanted.toList());
  }

  private static void checkCase(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Plan plan = new Plans(random).plan();
    Feed feed = Feeds.of(random);
    String replayWith = "-Dmillrace.seed=" + seed;
    OnError policy = POLICIES.get(random.nextInt(POLICIES.size()));
    Answer expected = Answer.ofReference(plan, feed, policy);
    Feed given = random.nextInt(4) == 0 ? feed.compact() : feed;
    for (Engine engine : engines(random)) {
      var options = options(random, feed.size(), policy);
      assertThat(Answer.of(engine, plan, given, options))
          .as(() -> engine + " " + options + ", replay with " + replayWith + ": " + plan)
          .isEqualTo(expected);
    }
  }

  /// All registered engines, and some combinations of the two-level pipeline's axes.
  private static List<Engine> engines(RandomGenerator random) {
    var engines = new ArrayList<Engine>();
    for (Engines registered : Engines.values()) {
      engines.add(registered.engine());
    }
    for (int i = 0; i < COMBINATIONS; i++) {
      var scheduler = SCHEDULERS.get(random.nextInt(SCHEDULERS.size()));
      engines.add(new ComposedEngine(evaluator(random), scheduler));
    }
    return engines;
  }

  private static Evaluator evaluator(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> new VectorisedEvaluator();
      case 1 -> new CompiledEvaluator();
      case 2 -> new TieredEvaluator(random.nextInt(100));
      default -> new FusedEvaluator();
    };
  }

  private static RunOptions options(RandomGenerator random, int items, OnError policy) {
    int[] sizes = {1, 2, 7, items - 1, items, items + 1, 1_000};
    int size = Math.max(1, sizes[random.nextInt(sizes.length)]);
    boolean adaptive = random.nextInt(sizes.length + 1) == 0;
    Chunking chunking = adaptive ? Chunking.ADAPTIVE : new Chunking.Fixed(size);
    int parallelism = PARALLELISM[random.nextInt(PARALLELISM.length)];
    JoinStrategy join = JOINS.get(random.nextInt(JOINS.size()));
    Storage storage = random.nextInt(4) == 0 ? Storage.COMPACT : Storage.OBJECTS;
    return new RunOptions(parallelism, chunking, policy, join, storage);
  }
}
