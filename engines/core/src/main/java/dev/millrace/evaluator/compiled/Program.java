package dev.millrace.evaluator.compiled;

import org.jspecify.annotations.Nullable;

/// What generated classes extend: some steps, made into code for one layout of columns.
///
/// An instance with its constants set is a model, shared by threads, of which each batch runs a
/// copy.
abstract class Program implements Cloneable {
  /// Sets the constants.
  abstract void constants(@Nullable Object[] values);

  /// Sets what a run reads and writes, once for each batch.
  abstract void batch(Object[] values);

  /// Runs over some items.
  ///
  /// @param size how many
  /// @param places where the places of those that are kept are put, in order; room for all
  /// @return how many are kept
  /// @throws Unfit if the batch is beyond this program
  /// @throws dev.millrace.function.EvaluationException if some item has an error
  abstract int run(int size, int[] places);

  /// A copy for one batch.
  final Program copy() {
    try {
      return (Program) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
