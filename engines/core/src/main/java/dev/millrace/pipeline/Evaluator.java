package dev.millrace.pipeline;

import dev.millrace.feed.Schema;
import dev.millrace.plan.Step;
import java.util.List;

/// Decides how items go through the actions: makes of checked steps the stages that schedulers run.
public interface Evaluator {
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
