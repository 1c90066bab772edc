package dev.millrace.evaluator.vectorised;

import dev.millrace.engine.Engine;
import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.evaluator.tiered.TieredEvaluator;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.sequential.SequentialScheduler;

/// Who may evaluate an action.
enum ActionWay {
  /// The fused evaluator, to which all others leave what they have no form of.
  ITEM_BY_ITEM(new FusedEvaluator()),
  /// The vectorised evaluator.
  BATCHES(new VectorisedEvaluator()),
  /// The compiled evaluator.
  BYTECODE(new CompiledEvaluator()),
  /// The tiered evaluator, which changes over after the first batch.
  TIERED(new TieredEvaluator(1));

  private final Engine engine;

  ActionWay(Evaluator evaluator) {
    this.engine = new ComposedEngine(evaluator, new SequentialScheduler());
  }

  /// Runs the action.
  Engine engine() {
    return engine;
  }
}
