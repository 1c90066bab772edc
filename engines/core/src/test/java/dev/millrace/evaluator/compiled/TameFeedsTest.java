package dev.millrace.evaluator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.engine.Answer;
import dev.millrace.engine.OnError;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import dev.millrace.generate.Values;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Generated plans over feeds whose numbers fit a long, as those of generated feeds hardly ever do.
class TameFeedsTest {
  private static final int CASES = Integer.getInteger("millrace.cases", 1_000);
  private static final List<OnError> POLICIES = List.of(OnError.values());

  @Test
  void plans_generatedOverTameFeeds_giveWhatTheReferenceGives() {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    int cases = replay == null ? CASES : 1;
    for (long seed = first; seed < first + cases; seed++) {
      var random = new SplittableRandom(seed);
      Plan plan = itemWise(random);
      Feed feed = tame(random);
      OnError policy = POLICIES.get(random.nextInt(POLICIES.size()));
      assertThat(Answer.of(Engines.COMPILED, plan, feed.compact(), policy))
          .as("replay with -Dmillrace.seed=" + seed + ": " + plan)
          .isEqualTo(Answer.ofReference(plan, feed, policy));
    }
  }

  private static Plan itemWise(RandomGenerator random) {
    while (true) {
      Plan plan = new Plans(random).plan();
      if (plan.steps().stream().allMatch(step -> step.action().isItemWise())) {
        return plan;
      }
    }
  }

  private static Feed tame(RandomGenerator random) {
    var values = new Values(random);
    int nulls = random.nextInt(3) == 0 ? Integer.MAX_VALUE : 6;
    int scale = random.nextInt(4);
    var items = new ArrayList<Item>();
    for (int row = random.nextInt(150); row >= 0; row--) {
      List<Value> cells = new ArrayList<>();
      cells.add(Decimal.of(row));
      cells.add(Decimal.of(random.nextInt(10)));
      cells.add(Decimal.of(random.nextInt(-2_000, 2_000), scale));
      for (Column column : Feeds.SCHEMA.columns().subList(3, Feeds.SCHEMA.size())) {
        cells.add(values.present(column.type()));
      }
      cells.replaceAll(value -> random.nextInt(nulls) == 0 ? Null.NULL : value);
      items.add(new Item(items.size(), cells.toArray(Value[]::new)));
    }
    return Feed.of(Feeds.SCHEMA, items);
  }
}
