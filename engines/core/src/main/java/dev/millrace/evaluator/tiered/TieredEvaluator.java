package dev.millrace.evaluator.tiered;

import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.BatchSteps;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.Seam;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import java.util.List;

/// Begins at once with the vectorised steps; a stage that has seen enough items to repay it gets
/// code made in the background, and each batch from then on goes to what was measured to be faster.
///
/// Both give the same, so nothing but the time depends on when it changes over. The threshold comes
/// from a spike in which generated code lost to batches below 50,000 to 100,000 items, because the
/// JIT has to compile it first.
public final class TieredEvaluator implements Evaluator {
  private static final long WORTH_COMPILING = 50_000;

  private final VectorisedEvaluator vectorised = new VectorisedEvaluator();
  private final long worthCompiling;

  /// An evaluator that compiles what has seen 50,000 items.
  public TieredEvaluator() {
    this(WORTH_COMPILING);
  }

  /// An evaluator.
  ///
  /// @param worthCompiling how many items a stage has to see before code is made for it
  public TieredEvaluator(long worthCompiling) {
    this.worthCompiling = worthCompiling;
  }

  @Override
  public Plan prepared(Plan plan) {
    return vectorised.prepared(plan);
  }

  @Override
  public List<String> changes(Plan plan) {
    return vectorised.changes(plan);
  }

  @Override
  public List<String> explained(Step step) {
    return vectorised.explained(step);
  }

  @Override
  public StreamStage items(List<Step> steps) {
    return VectorisedEvaluator.items(
        steps,
        run -> {
          List<BatchStep> compiled = CompiledEvaluator.batchSteps(run);
          return List.of(new TieredStep(BatchSteps.of(run), compiled, worthCompiling));
        });
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    return vectorised.conform(from, to);
  }

  @Override
  public StreamStage ordered(Step step) {
    return vectorised.ordered(step);
  }

  @Override
  public Aggregation<?> aggregation(Step step) {
    return vectorised.aggregation(step);
  }

  @Override
  public Seam gathered(Step step) {
    return vectorised.gathered(step);
  }

  @Override
  public Condition condition(Step step) {
    return vectorised.condition(step);
  }
}
