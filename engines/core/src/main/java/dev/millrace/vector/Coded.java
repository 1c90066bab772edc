package dev.millrace.vector;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column of values that repeat: two bytes for each, a number in a dictionary.
///
/// @param dictionary the values; an entry may stand there twice
/// @param codes their indices in the dictionary
@SuppressWarnings("ArrayRecordComponent") // a vector is its arrays, and is never compared
public record Coded(Value[] dictionary, char[] codes) implements Vector {
  private static final int FEW = 3;

  @Override
  public Value get(int index) {
    return dictionary[codes[index]];
  }

  @Override
  public Vector gather(int[] places, int size) {
    var gathered = new char[size];
    for (int i = 0; i < size; i++) {
      gathered[i] = codes[places[i]];
    }
    return new Coded(dictionary, gathered);
  }

  /// The column of some values.
  ///
  /// @return the column, or null when more than half of the values are different or too many are
  ///   not shared yet
  static @Nullable Vector of(Value[] values, SharedValues shared) {
    int most = Math.clamp(values.length / 2, FEW, Character.MAX_VALUE);
    Map<Value, Integer> places = new HashMap<>();
    var codes = new char[values.length];
    for (int i = 0; i < values.length; i++) {
      int next = places.size();
      Integer known = places.putIfAbsent(values[i], next);
      codes[i] = (char) (known == null ? next : known);
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
    return dictionary == null ? null : new Coded(dictionary, codes);
  }
}
