package dev.millrace.vector;

import dev.millrace.value.Value;

/// Some values of another column, which stay where they are.
///
/// @param source the other column; never a selection itself
/// @param places their indices there
@SuppressWarnings("ArrayRecordComponent") // a vector is its array, and is never compared
public record Selected(Vector source, int[] places) implements Vector {
  @Override
  public Value get(int index) {
    return source.get(places[index]);
  }

  @Override
  public Vector dense(int size) {
    return source.gather(places, size);
  }

  @Override
  public Vector at(int[] selection) {
    return new Selected(source, composed(places, selection));
  }

  @Override
  public Vector gather(int[] selection, int size) {
    return source.gather(composed(places, selection), size);
  }

  /// The places of a selection from a selection.
  public static int[] composed(int[] places, int[] selection) {
    var composed = new int[selection.length];
    for (int i = 0; i < composed.length; i++) {
      composed[i] = places[selection[i]];
    }
    return composed;
  }
}
