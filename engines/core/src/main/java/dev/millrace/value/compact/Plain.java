package dev.millrace.value.compact;

import dev.millrace.value.Value;

/// A column of the objects themselves, for what fits no other.
final class Plain implements CompactColumn {
  private final Value[] values;

  /// A column that owns its values.
  Plain(Value[] values) {
    this.values = values;
  }

  @Override
  public Value get(int index) {
    return values[index];
  }
}
