package dev.millrace.vector;

import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Values that lie in several other columns, where they stay. Gathered they have the form of these
/// if all have the same, numbers of one scale or codes of one dictionary.
///
/// @param parts the other columns
/// @param addresses how the address of a value says where it lies
/// @param values the address of each value, and anything in the bits above
/// @param start which of these is the first
@SuppressWarnings("ArrayRecordComponent") // a vector is its arrays, and is never compared
record Scattered(Vector[] parts, Addresses addresses, long[] values, int start) implements Vector {
  @Override
  public Value get(int index) {
    return parts[part(index)].get(place(index));
  }

  private int part(int index) {
    return addresses.piece(values[start + index]);
  }

  private int place(int index) {
    return addresses.place(values[start + index]);
  }

  @Override
  public Vector from(int index) {
    return new Scattered(parts, addresses, values, start + index);
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
    var chosen = new long[size];
    for (int i = 0; i < size; i++) {
      chosen[i] = values[start + places[i]];
    }
    return new Scattered(parts, addresses, chosen, 0).dense(size);
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
      gathered[i] = ((Numbers) parts[part(i)]).unscaled()[place(i)];
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
      gathered[i] = ((Coded) parts[part(i)]).codes()[place(i)];
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
