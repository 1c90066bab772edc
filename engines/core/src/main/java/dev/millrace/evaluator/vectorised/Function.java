package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Vector;

/// A function of values made into loops over its operands.
@FunctionalInterface
interface Function {
  /// Its results.
  ///
  /// @param operands dense
  /// @param size how many values each has
  /// @return as many results, dense
  /// @throws dev.millrace.function.EvaluationException if it has none for some operands
  Vector of(Vector[] operands, int size);
}
