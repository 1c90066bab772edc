package dev.millrace.vector;

import dev.millrace.value.Value;

/// Values that lie in several other columns, where they stay.
///
/// @param parts the other columns
/// @param part for each value the column that it is in
/// @param place for each value its index there
@SuppressWarnings("ArrayRecordComponent") // a vector is its arrays, and is never compared
record Scattered(Vector[] parts, int[] part, int[] place) implements Vector {
  @Override
  public Value get(int index) {
    return parts[part[index]].get(place[index]);
  }

  @Override
  public Vector dense(int size) {
    var values = new Value[size];
    for (int i = 0; i < size; i++) {
      values[i] = get(i);
    }
    return Vector.typed(values);
  }
}
