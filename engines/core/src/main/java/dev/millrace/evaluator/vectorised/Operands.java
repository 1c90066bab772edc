package dev.millrace.evaluator.vectorised;

import org.jspecify.annotations.Nullable;

/// Two operands of one scale.
///
/// @param left the one
/// @param right the other
record Operands(Operand left, Operand right) {
  /// Two operands in the larger of their scales; null when a number does not fit that.
  static @Nullable Operands aligned(@Nullable Operand left, @Nullable Operand right, int size) {
    if (left == null || right == null) {
      return null;
    }
    int scale = Math.max(left.scale(), right.scale());
    Operand first = left.scaled(scale, size);
    Operand second = right.scaled(scale, size);
    return first == null || second == null ? null : new Operands(first, second);
  }

  /// What loops made of both.
  ///
  /// @param results a number for each item, null where there is none
  /// @param failed below zero if one of them does not fit
  @Nullable Operand result(long[] results, long failed) {
    return failed < 0 ? null : new Operand(results, 0, left.scale(), hasNulls());
  }

  /// Whether either may have nulls.
  boolean hasNulls() {
    return left.hasNulls() || right.hasNulls();
  }
}
