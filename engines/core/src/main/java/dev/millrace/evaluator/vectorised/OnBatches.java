package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.Seam;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import java.util.List;

/// An evaluator that has batch steps of its own for item-wise steps, and leaves everything else to
/// the vectorised one.
public interface OnBatches extends Evaluator {
  /// The vectorised evaluator.
  VectorisedEvaluator vectorised();

  /// The batch steps of some item-wise steps.
  List<BatchStep> batchSteps(List<Step> steps);

  @Override
  default Plan prepared(Plan plan) {
    return vectorised().prepared(plan);
  }

  @Override
  default List<String> changes(Plan plan) {
    return vectorised().changes(plan);
  }

  @Override
  default List<String> explained(Step step) {
    return vectorised().explained(step);
  }

  @Override
  default StreamStage items(List<Step> steps) {
    return VectorisedEvaluator.items(steps, this::batchSteps);
  }

  @Override
  default StreamStage conform(Schema from, Schema to) {
    return vectorised().conform(from, to);
  }

  @Override
  default StreamStage ordered(Step step) {
    return vectorised().ordered(step);
  }

  @Override
  default Aggregation<?> aggregation(Step step) {
    return vectorised().aggregation(step);
  }

  @Override
  default Seam gathered(Step step) {
    return vectorised().gathered(step);
  }

  @Override
  default Condition condition(Step step) {
    return vectorised().condition(step);
  }
}
