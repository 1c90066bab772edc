package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Vector;

/// An expression made into loops over a batch.
@FunctionalInterface
interface Kernel {
  /// The expression's value for each item, dense.
  ///
  /// @throws dev.millrace.function.EvaluationException if it has none for some item; which item,
  ///   and whether another failed before it, is not known
  Vector of(Batch batch);
}
