package dev.millrace.vector;

import dev.millrace.value.Value;

/// A column of the objects themselves, for what fits no other.
///
/// @param values the values, which it owns
@SuppressWarnings("ArrayRecordComponent") // a vector is its array, and is never compared
public record Plain(Value[] values) implements Vector {
  @Override
  public Value get(int index) {
    return values[index];
  }
}
