package dev.millrace.evaluator.tiered;

import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.OnBatches;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.plan.Step;
import java.util.List;

/// Begins at once with the vectorised steps; a stretch of steps that has seen enough items to repay
/// it gets code made in the background, and each batch from then on goes to what was measured to be
/// faster. What was measured is remembered with the code.
///
/// Both give the same, so nothing but the time depends on when it changes over.
///
/// @param vectorised begins
/// @param worthCompiling how many items a stretch has to see before code is made for it
public record TieredEvaluator(VectorisedEvaluator vectorised, long worthCompiling)
    implements OnBatches {
  private static final long WORTH_COMPILING = 250_000;

  /// An evaluator that compiles what has seen 250,000 items.
  public TieredEvaluator() {
    this(WORTH_COMPILING);
  }

  /// An evaluator.
  ///
  /// @param worthCompiling how many items a stretch has to see before code is made for it
  public TieredEvaluator(long worthCompiling) {
    this(new VectorisedEvaluator(), worthCompiling);
  }

  @Override
  public List<BatchStep> batchSteps(List<Step> steps) {
    return CompiledEvaluator.batchSteps(steps, code -> new TieredStep(code, worthCompiling));
  }
}
