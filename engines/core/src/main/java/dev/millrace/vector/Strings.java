package dev.millrace.vector;

import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// A column of texts as strings: what text functions read and make.
///
/// @param strings the strings, null for null
@SuppressWarnings("ArrayRecordComponent") // a vector is its array, and is never compared
public record Strings(@Nullable String[] strings) implements Vector {
  @Override
  public Value get(int index) {
    String string = strings[index];
    return string == null ? Null.NULL : Text.of(string);
  }

  @Override
  public Vector gather(int[] places, int size) {
    var gathered = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      gathered[i] = strings[places[i]];
    }
    return new Strings(gathered);
  }

  /// The column of texts and nulls; null when there is another value.
  static @Nullable Strings of(Value[] values) {
    var strings = new @Nullable String[values.length];
    for (int i = 0; i < strings.length; i++) {
      if (values[i] instanceof Text(var text)) {
        strings[i] = text;
      } else if (!(values[i] instanceof Null)) {
        return null;
      }
    }
    return new Strings(strings);
  }
}
