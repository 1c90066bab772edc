package dev.millrace.engine;

import dev.millrace.evaluator.compiled.CompiledEvaluator;
import dev.millrace.evaluator.tiered.TieredEvaluator;
import dev.millrace.evaluator.vectorised.VectorisedEvaluator;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.cursor.CursorScheduler;

/// Each evaluator of batches of columns, by two threads that pull chunks.
enum ColumnEngines {
  VECTORISED(new VectorisedEvaluator()),
  COMPILED(new CompiledEvaluator()),
  /// Has code made when it has seen a first batch.
  TIERED(new TieredEvaluator(1));

  private final Engine engine;

  ColumnEngines(Evaluator evaluator) {
    this.engine = new ComposedEngine(evaluator, new CursorScheduler());
  }

  /// The engine.
  Engine engine() {
    return engine;
  }
}
