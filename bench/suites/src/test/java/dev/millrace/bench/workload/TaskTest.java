package dev.millrace.bench.workload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.engine.Engine;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTest {
  private static final int ITEMS = 1_000_000;
  private static final int PLACE = 617_283;

  /// What is wrong with an engine that handles all items but one as it should.
  enum Fault {
    DROPS {
      @Override
      void plant(List<Item> items) {
        items.remove(PLACE);
      }
    },
    DOUBLES_ITS_NEIGHBOUR {
      @Override
      void plant(List<Item> items) {
        items.set(PLACE, items.get(PLACE + 1));
      }
    },
    SWAPS_WITH_ITS_NEIGHBOUR {
      @Override
      void plant(List<Item> items) {
        items.set(PLACE + 1, items.set(PLACE, items.get(PLACE + 1)));
      }
    };

    abstract void plant(List<Item> items);
  }

  private static final Feed FEED = Keys.PRESORTED.feed(ITEMS);

  private static Answer expected;

  @BeforeAll
  static void findTheAnswer() throws InterruptedException {
    expected = task(Engines.EAGER.engine()).answer();
  }

  @Test
  void check_engineThatDoesAsItShould_isFine() {
    Task task = task(Engines.FUSED.engine());
    assertThatCode(() -> task.check(expected)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void check_engineWithOneFaultInAMillionItems_isFoundOut(Fault fault) {
    Task task = task(planted(fault));
    assertThatThrownBy(() -> task.check(expected))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessageStartingWith("wrong answer: million: expected 1000000 items, digest ");
  }

  private static Engine planted(Fault fault) {
    return (plan, feed, options, handle) -> {
      RunResult right = Engines.FUSED.engine().run(plan, feed, options, handle);
      var items = new ArrayList<Item>();
      right.feed().forEach(items::add);
      fault.plant(items);
      Feed wrong = Feed.of(right.feed().schema(), items);
      return new RunResult(wrong, right.counts(), right.errors());
    };
  }

  private static Task task(Engine engine) {
    Plan plan = Plan.of(List.of(), FEED.schema());
    return new Task("million", engine, plan, FEED, RunOptions.parallel(1));
  }
}
