package dev.millrace.bench.rounds;

import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import java.util.List;

/// Sends items through one given stage, whatever the plan says; for plans without actions.
///
/// @param stage the stage
record ItemsEvaluator(StreamStage stage) implements Evaluator {
  @Override
  public StreamStage items(List<Step> steps) {
    return stage;
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    throw new IllegalStateException("the plan has a conditional");
  }

  @Override
  public StreamStage ordered(Step step) {
    throw new IllegalStateException("the plan has an action: " + step);
  }

  @Override
  public Aggregation<?> aggregation(Step step) {
    throw new IllegalStateException("the plan has an action: " + step);
  }

  @Override
  public Condition condition(Step step) {
    throw new IllegalStateException("the plan has a conditional: " + step);
  }
}
