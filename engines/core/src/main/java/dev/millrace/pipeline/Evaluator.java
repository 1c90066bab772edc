package dev.millrace.pipeline;

import dev.millrace.feed.Schema;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import java.util.List;

/// Decides how items go through the actions: makes of checked steps the stages that schedulers run.
public interface Evaluator {
  /// The plan that runs in place of a plan: one that gives the same items, errors and counts with
  /// less work, or the plan itself.
  default Plan prepared(Plan plan) {
    return plan;
  }

  /// What [#prepared] changes in a plan, for people: a line each.
  default List<String> changes(Plan plan) {
    return List.of();
  }

  /// How items go through a step, for people: a line or more.
  default List<String> explained(Step step) {
    return List.of("item by item");
  }

  /// A stage for item-wise steps, one after another.
  StreamStage items(List<Step> steps);

  /// A stage that changes items of one schema to items of another that has all its columns; null
  /// where there was none.
  StreamStage conform(Schema from, Schema to);

  /// A stage for an ordered action.
  StreamStage ordered(Step step);

  /// An aggregation for an aggregating action.
  Aggregation<?> aggregation(Step step);

  /// How an aggregating action ends its segment.
  default Seam gathered(Step step) {
    return new Aggregated<>(aggregation(step));
  }

  /// The condition of a conditional.
  Condition condition(Step step);
}
