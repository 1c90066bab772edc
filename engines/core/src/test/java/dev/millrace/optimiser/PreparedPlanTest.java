package dev.millrace.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.feed.Feed;
import dev.millrace.generate.Feeds;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which evaluators take plans as they are written, and what they say about them.
class PreparedPlanTest {
  private static final Plan PLAN =
      Plan.of(
          List.of(
              Build.set("label", Build.concat(Build.text("a"), Build.text("b"), Build.TITLE)),
              Build.set("number", Build.RISKY),
              new Explode("tags", null),
              new Sort(List.of(new SortKey(Build.TITLE, null, null))),
              new Reverse(),
              new Skip(1),
              new Union(Feed.of(Feeds.SCHEMA, List.of())),
              new Conditional(Build.SOLD, List.of(), List.of(Build.set("title", Build.SAFE)))),
          Feeds.SCHEMA);

  @Test
  void prepared_fused_isThePlan() {
    Evaluator fused = evaluator(Engines.FUSED);
    assertThat(fused.prepared(PLAN)).isSameAs(PLAN);
    assertThat(fused.changes(PLAN)).isEmpty();
    assertThat(fused.explained(PLAN.steps().getFirst())).containsExactly("item by item");
  }

  @Test
  void prepared_vectorised_isOptimisedOnce() {
    Evaluator vectorised = evaluator(Engines.VECTORISED);
    Plan prepared = vectorised.prepared(PLAN);
    assertThat(prepared.steps()).hasSize(PLAN.steps().size() - 1);
    assertThat(vectorised.prepared(PLAN)).isSameAs(prepared);
    assertThat(vectorised.changes(PLAN))
        .containsExactly(
            "flatten concat at actions[0].set.label:"
                + " concat(\"a\", \"b\", title) → concat(\"ab\", title)",
            "merge settings at actions[1]: set({number: parse_number(price)})"
                + " → set with actions[0]");
  }

  @Test
  void explained_vectorised_saysWhatHasNoLoop() {
    Evaluator vectorised = evaluator(Engines.VECTORISED);
    assertThat(vectorised.prepared(PLAN).steps())
        .extracting(vectorised::explained)
        .containsExactly(
            List.of("in batches", "value by value: parse_number(price)"),
            List.of("item by item"),
            List.of("in columns"),
            List.of("item by item"),
            List.of("item by item, in order"),
            List.of("as it is"),
            List.of("in batches"));
  }

  private static Evaluator evaluator(Engines engine) {
    return ((ComposedEngine) engine.engine()).evaluator();
  }
}
