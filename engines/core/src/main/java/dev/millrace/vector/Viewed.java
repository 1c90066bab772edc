package dev.millrace.vector;

import dev.millrace.value.Value;
import java.util.function.IntFunction;

/// A column of values that lie elsewhere, in the objects of items say.
///
/// @param values gives the value at an index
record Viewed(IntFunction<Value> values) implements Vector {
  @Override
  public Value get(int index) {
    return values.apply(index);
  }

  @Override
  public Vector dense(int size) {
    var dense = new Value[size];
    for (int i = 0; i < size; i++) {
      dense[i] = values.apply(i);
    }
    return Vector.typed(dense);
  }
}
