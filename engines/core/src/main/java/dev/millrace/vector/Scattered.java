package dev.millrace.vector;

import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Values that lie in several other columns, where they stay. Gathered they have the form of these
/// if all have the same, numbers of one scale or codes of one dictionary.
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
    Vector gathered =
        switch (parts[0]) {
          case Numbers numbers -> numbers(numbers.scale(), size);
          case Coded coded -> codes(coded.dictionary(), size);
          default -> null;
        };
    return gathered == null ? values(size) : gathered;
  }

  @Override
  public Vector gather(int[] places, int size) {
    return new Scattered(parts, Selected.composed(part, places), Selected.composed(place, places))
        .dense(size);
  }

  private @Nullable Vector numbers(int scale, int size) {
    boolean hasNulls = false;
    for (Vector each : parts) {
      if (!(each instanceof Numbers numbers) || numbers.scale() != scale) {
        return null;
      }
      hasNulls |= numbers.hasNulls();
    }
    var gathered = new long[size];
    for (int i = 0; i < size; i++) {
      gathered[i] = ((Numbers) parts[part[i]]).unscaled()[place[i]];
    }
    return new Numbers(gathered, scale, hasNulls);
  }

  private @Nullable Vector codes(Dictionary dictionary, int size) {
    for (Vector each : parts) {
      if (!(each instanceof Coded coded) || coded.dictionary() != dictionary) {
        return null;
      }
    }
    var gathered = new int[size];
    for (int i = 0; i < size; i++) {
      gathered[i] = ((Coded) parts[part[i]]).codes()[place[i]];
    }
    return new Coded(dictionary, gathered);
  }

  private Vector values(int size) {
    var values = new Value[size];
    for (int i = 0; i < size; i++) {
      values[i] = get(i);
    }
    return Vector.typed(values);
  }
}
