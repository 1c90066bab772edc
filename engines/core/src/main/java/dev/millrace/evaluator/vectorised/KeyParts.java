package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Value;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Plain;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Texts;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of all items as it lies in pieces, without codes, in the forms that all pieces may have.
///
/// @param parts the key in each piece
/// @param starts for each piece the index of its first item, and at the end how many items there
///   are
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyParts(List<Vector> parts, int[] starts) {
  /// The parts of a key.
  ///
  /// @param items the items
  /// @param key which of their keys
  static KeyParts of(KeyedItems items, int key) {
    KeyParts held = held(items, key);
    var spread = new ArrayList<Vector>();
    for (int i = 0; i < held.parts.size(); i++) {
      spread.add(Lifted.spread(held.parts.get(i), held.size(i)));
    }
    return new KeyParts(spread, held.starts);
  }

  /// The same, codes and constants as they are: for their values.
  static KeyParts held(KeyedItems items, int key) {
    List<Vector> parts = items.keys().stream().map(keys -> keys[key]).toList();
    return new KeyParts(parts, items.places().starts());
  }

  /// A key that lies in one piece.
  static KeyParts of(Vector dense, int size) {
    return new KeyParts(List.of(dense), new int[] {0, size});
  }

  /// How many items there are.
  int size() {
    return starts[parts.size()];
  }

  /// How many items a piece has.
  int size(int piece) {
    return starts[piece + 1] - starts[piece];
  }

  /// Numbers and nulls, all of one scale; null if there is something else, or one does not fit.
  Numbers @Nullable [] numbers() {
    int scale = scale();
    var numbers = new Numbers[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      Numbers scaled = scale < 0 ? null : scaled(i, scale);
      if (scaled == null) {
        return null;
      }
      numbers[i] = scaled;
    }
    return numbers;
  }

  private @Nullable Numbers scaled(int piece, int scale) {
    if (parts.get(piece) instanceof Numbers numbers) {
      return numbers.scaled(scale, size(piece));
    }
    var nulls = new long[size(piece)];
    Arrays.fill(nulls, Numbers.NULL);
    return new Numbers(nulls, scale, true);
  }

  /// The largest scale of numbers; -1 if there is something else.
  private int scale() {
    int scale = 0;
    for (Vector part : parts) {
      if (part instanceof Numbers numbers) {
        scale = Math.max(scale, numbers.scale());
      } else if (!isNull(part)) {
        return -1;
      }
    }
    return scale;
  }

  /// Texts and nulls as bytes; null if there is something else, or another character.
  Texts @Nullable [] latin() {
    var texts = new Texts[parts.size()];
    for (int i = 0; i < texts.length; i++) {
      Vector part = parts.get(i);
      Texts latin = isNull(part) ? Texts.ofNulls(size(i)) : Texts.latin(part, size(i));
      if (latin == null) {
        return null;
      }
      texts[i] = latin;
    }
    return texts;
  }

  /// Texts and nulls, one piece after another; null if there is something else.
  @Nullable String @Nullable [] strings() {
    var all = new @Nullable String[size()];
    for (int i = 0; i < parts.size(); i++) {
      Vector dense = parts.get(i).dense(size(i));
      if (dense instanceof Strings(var strings)) {
        System.arraycopy(strings, 0, all, starts[i], size(i));
      } else if (!isNull(dense)) {
        return null;
      }
    }
    return all;
  }

  /// The values, one piece after another.
  Value[] values() {
    var values = new Value[size()];
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < size(i); j++) {
        values[starts[i] + j] = parts.get(i).get(j);
      }
    }
    return values;
  }

  private static boolean isNull(Vector part) {
    return part instanceof Plain(var values) && Arrays.stream(values).allMatch(Value::isNull);
  }
}
