package dev.millrace.value.compact;

import dev.millrace.value.Value;

/// A column that holds one value at every index.
///
/// @param value the value
record Constant(Value value) implements CompactColumn {
  @Override
  public Value get(int index) {
    return value;
  }
}
