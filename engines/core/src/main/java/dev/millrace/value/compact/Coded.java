package dev.millrace.value.compact;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column of values that repeat: two bytes for each, a number in a dictionary.
final class Coded implements CompactColumn {
  private static final int FEW = 3;

  private final Value[] dictionary;
  private final char[] codes;

  private Coded(Value[] dictionary, char[] codes) {
    this.dictionary = dictionary;
    this.codes = codes;
  }

  @Override
  public Value get(int index) {
    return dictionary[codes[index]];
  }

  /// The column of some values.
  ///
  /// @return the column, or null when more than half of the values are different or too many are
  ///   not shared yet
  static @Nullable CompactColumn of(Value[] values, SharedValues shared) {
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
