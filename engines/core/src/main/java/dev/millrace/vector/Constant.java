package dev.millrace.vector;

import dev.millrace.value.Value;

/// A column that holds one value at every index.
///
/// @param value the value
public record Constant(Value value) implements Vector {
  @Override
  public Value get(int index) {
    return value;
  }

  @Override
  public Vector at(int[] places) {
    return this;
  }

  @Override
  public Vector from(int index) {
    return this;
  }
}
