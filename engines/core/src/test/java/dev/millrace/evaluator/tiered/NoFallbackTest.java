package dev.millrace.evaluator.tiered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.OnError;
import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.BatchSteps;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Tally;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Batches in which no item has an error go through the batch steps themselves: what fails there is
/// evaluated again item by item, so that a fault of a step would show in nothing but the time.
class NoFallbackTest {
  private static final int CASES = 600;
  private static final int ITEMS = 30;

  @Test
  void of_itemsWithoutErrors_givesWhatTheFusedEvaluatorGives() {
    int compared = 0;
    for (long seed = 0; seed < CASES; seed++) {
      var random = new SplittableRandom(seed);
      Plan plan = new Plans(random).plan();
      Feed feed = Feeds.of(random, ITEMS);
      for (Plan each : List.of(plan, new VectorisedEvaluator().prepared(plan))) {
        compared += compare(itemWise(each), feed, seed) ? 1 : 0;
      }
    }
    assertThat(compared).as("cases without an error").isGreaterThan(CASES / 4);
  }

  /// The item-wise steps that a plan begins with.
  private static List<Step> itemWise(Plan plan) {
    return plan.steps().stream().takeWhile(step -> step.action().isItemWise()).toList();
  }

  /// Compares both kinds of batch steps; false where there is nothing to compare.
  private static boolean compare(List<Step> steps, Feed feed, long seed) {
    List<Item> items = new ArrayList<>();
    feed.forEach(items::add);
    Chunk chunk = new Part(items, List.of(), null, Tally.NONE);
    var ledger = new Ledger(OnError.FAIL, () -> {});
    Part expected = Part.drain(chunk.through(new FusedEvaluator().items(steps)), ledger);
    if (steps.isEmpty() || expected.failure() != null) {
      return false;
    }
    List<Item> block = feed.compact().pieces(0, feed.size()).getFirst();
    for (List<BatchStep> batchSteps :
        List.of(BatchSteps.of(steps), new CompiledEvaluator().batchSteps(steps))) {
      for (List<Item> given : List.of(items, block)) {
        Batch in = Batch.of(given, feed.schema().size());
        List<Item> made = BatchSteps.all(batchSteps, in, new Counts()).block();
        assertThat(made).as("seed %d: %s", seed, steps).isEqualTo(expected.items());
      }
    }
    return true;
  }
}
