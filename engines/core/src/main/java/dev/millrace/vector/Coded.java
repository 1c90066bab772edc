package dev.millrace.vector;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column of values that repeat: four bytes for each, a number in a dictionary.
///
/// @param dictionary the values
/// @param codes their numbers in the dictionary
@SuppressWarnings("ArrayRecordComponent") // a vector is its arrays, and is never compared
public record Coded(Dictionary dictionary, int[] codes) implements Vector {
  private static final int FEW = 3;

  @Override
  public Value get(int index) {
    return dictionary.get(codes[index]);
  }

  @Override
  public Vector gather(int[] places, int size) {
    var gathered = new int[size];
    for (int i = 0; i < size; i++) {
      gathered[i] = codes[places[i]];
    }
    return new Coded(dictionary, gathered);
  }

  /// The first values without codes: numbers, strings, flags or objects.
  ///
  /// @param size how many
  public Vector decoded(int size) {
    return dictionary.gather(codes, size);
  }

  /// How many values may be different, if it is to pay that they are coded.
  ///
  /// @param size how many values there are
  static int most(int size) {
    return Math.max(FEW, size / 2);
  }

  /// The column of some values.
  ///
  /// @return the column, or null when more than half of the values are different or too many are
  ///   not shared yet
  static @Nullable Vector of(Value[] values, SharedValues shared) {
    int most = most(values.length);
    Map<Value, Integer> places = new HashMap<>();
    var codes = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int next = places.size();
      Integer known = places.putIfAbsent(values[i], next);
      codes[i] = known == null ? next : known;
      if (places.size() > most) {
        return null;
      }
    }
    if (places.size() <= 1) {
      return new Constant(values.length == 0 ? Null.NULL : values[0]);
    }
    var distinct = new Value[places.size()];
    places.forEach((value, place) -> distinct[place] = value);
    Value[] dictionary = shared.share(distinct);
    return dictionary == null ? null : new Coded(Dictionary.ofDistinct(dictionary), codes);
  }
}
