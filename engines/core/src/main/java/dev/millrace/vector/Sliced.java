package dev.millrace.vector;

import dev.millrace.value.Value;

/// The values of another column from an index on, which stay where they are.
///
/// @param source the other column
/// @param start the index
record Sliced(Vector source, int start) implements Vector {
  @Override
  public Value get(int index) {
    return source.get(start + index);
  }

  @Override
  public Vector from(int index) {
    return new Sliced(source, start + index);
  }

  @Override
  public Vector dense(int size) {
    return source.gather(range(size), size);
  }

  @Override
  public Vector gather(int[] places, int size) {
    var moved = new int[size];
    for (int i = 0; i < size; i++) {
      moved[i] = start + places[i];
    }
    return source.gather(moved, size);
  }

  /// The first of their places in the other column.
  int[] range(int size) {
    var range = new int[size];
    for (int i = 0; i < size; i++) {
      range[i] = start + i;
    }
    return range;
  }
}
