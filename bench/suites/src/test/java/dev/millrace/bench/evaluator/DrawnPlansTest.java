package dev.millrace.bench.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.bench.workload.Answer;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import dev.millrace.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnPlansTest {
  private static final long SEED = 9;

  @ParameterizedTest
  @EnumSource
  void draw_manyTimes_givesPlansThatDifferInShapeToo(DrawnPlans plans) {
    var random = new SplittableRandom(SEED);
    var seen = new HashSet<List<Action>>();
    var shapes = new HashSet<List<Class<?>>>();
    for (int i = 0; i < 400; i++) {
      List<Action> drawn = plans.draw(random);
      assertThat(seen.add(drawn)).isTrue();
      shapes.add(drawn.stream().<Class<?>>map(Object::getClass).toList());
    }
    assertThat(shapes).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource
  void draw_sameSeed_givesTheSame(DrawnPlans plans) {
    assertThat(plans.draw(new SplittableRandom(SEED)))
        .isEqualTo(plans.draw(new SplittableRandom(SEED)));
  }

  @ParameterizedTest
  @EnumSource
  void plans_byEveryEngine_giveTheReferencesAnswer(DrawnPlans plans) throws InterruptedException {
    var random = new SplittableRandom(SEED);
    Feed feed = new Products().feed(300);
    for (int i = 0; i < 20; i++) {
      Plan plan = plans.plan(random);
      Answer expected = answer(Engines.EAGER, plan, feed);
      assertThat(expected.items()).as("seed %d, plan %d", SEED, i).isPositive();
      for (Engines engine : Engines.values()) {
        assertThat(answer(engine, plan, feed))
            .as("%s, seed %d, plan %d", engine, SEED, i)
            .isEqualTo(expected);
      }
    }
  }

  private static Answer answer(Engines engine, Plan plan, Feed feed) throws InterruptedException {
    return Answer.of(engine.engine().run(plan, feed, RunOptions.parallel(2)).feed());
  }

  @ParameterizedTest
  @EnumSource
  void pollution_ofEveryEngine_hasTheReferencesAnswers(Engines engine) throws InterruptedException {
    Pollution.run(engine, Storage.COMPACT, 4);
  }

  @Test
  void unseen_moreRoundsThanDrawn_isRefused() throws InterruptedException {
    var runs = new FirstRuns(Engines.FUSED, 50, 200);
    runs.draw(DrawnPlans.CHEAP, 2, new SplittableRandom(SEED));
    assertThat(runs.again()).isPositive();
    assertThat(runs.unseen()).isPositive();
    assertThat(runs.unseen()).isPositive();
    assertThatThrownBy(runs::unseen).isInstanceOf(NoSuchElementException.class);
  }
}
