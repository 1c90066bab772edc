package dev.millrace.evaluator.vectorised;

import dev.millrace.vector.Vector;

/// One of two values. Each is evaluated for the items that it is chosen for, and for no other.
///
/// @param condition chooses
/// @param then the value where the condition is true
/// @param otherwise the value where it is not
record ChoiceKernel(Condition condition, Kernel then, Kernel otherwise) implements Kernel {
  @Override
  public Vector of(Batch batch) {
    return chosen(condition.of(batch), batch);
  }

  /// The values.
  ///
  /// @param flags of the condition
  Vector chosen(byte[] flags, Batch batch) {
    int count = Selection.count(flags, batch.size());
    if (count == batch.size()) {
      return then.of(batch);
    }
    if (count == 0) {
      return otherwise.of(batch);
    }
    int[] chosen = Selection.places(flags, batch.size(), 1);
    int[] others = Selection.places(flags, batch.size(), 0);
    return Merge.of(flags, batch.size())
        .of(then.of(batch.at(chosen)), otherwise.of(batch.at(others)), count);
  }
}
