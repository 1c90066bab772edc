package dev.millrace.evaluator.vectorised;

/// An item-wise step over batches. Immutable, and shared by all threads.
@FunctionalInterface
public interface BatchStep {
  /// What comes out of a batch.
  ///
  /// @param counts where it is noted what became of the items that do not come out
  /// @throws dev.millrace.function.EvaluationException if some item has an error
  /// @throws dev.millrace.engine.ItemException if some item has an error
  Batch of(Batch in, Counts counts);
}
