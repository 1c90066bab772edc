package dev.millrace.vector;

import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// A column of booleans, one byte for each.
///
/// @param flags 1 for true, 0 for false, 2 for null; so the lowest bit says whether it is true
@SuppressWarnings("ArrayRecordComponent") // a vector is its array, and is never compared
public record Flags(byte[] flags) implements Vector {
  /// Stands for null.
  public static final byte NULL = 2;

  @Override
  public Value get(int index) {
    byte flag = flags[index];
    return flag == NULL ? Null.NULL : Bool.of(flag == 1);
  }

  @Override
  public Vector gather(int[] places, int size) {
    var gathered = new byte[size];
    for (int i = 0; i < size; i++) {
      gathered[i] = flags[places[i]];
    }
    return new Flags(gathered);
  }

  /// The column of booleans and nulls; null when there is another value.
  static @Nullable Flags of(Value[] values) {
    var flags = new byte[values.length];
    for (int i = 0; i < flags.length; i++) {
      if (values[i] instanceof Bool(boolean value)) {
        flags[i] = (byte) (value ? 1 : 0);
      } else if (values[i] instanceof Null) {
        flags[i] = NULL;
      } else {
        return null;
      }
    }
    return new Flags(flags);
  }
}
