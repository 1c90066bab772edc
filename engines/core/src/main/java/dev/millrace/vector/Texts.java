package dev.millrace.vector;

import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A column of texts in one array of bytes: for each its characters and four bytes.
///
/// A text is in ISO 8859-1 if that has all of its characters, as it would be inside a `String`, so
/// that it is read by copying bytes. Any other is in UTF-8, or two bytes for each `char` where it
/// is no well-formed Unicode.
final class Texts implements Vector {
  private static final int ABSENT = 0;
  private static final int LATIN = 1;
  private static final int UTF_8 = 2;
  private static final int CHARS = 3;
  private static final int LAST_LATIN = 0xFF;

  private final byte[] pool;
  private final Bounds bounds;

  private Texts(byte[] pool, Bounds bounds) {
    this.pool = pool;
    this.bounds = bounds;
  }

  @Override
  public Value get(int index) {
    String string = string(index);
    return string == null ? Null.NULL : Text.of(string);
  }

  private @Nullable String string(int index) {
    int from = bounds.from(index);
    int length = bounds.to(index) - from;
    return switch (bounds.mark(index)) {
      case ABSENT -> null;
      case LATIN -> new String(pool, from, length, StandardCharsets.ISO_8859_1);
      case UTF_8 -> new String(pool, from, length, StandardCharsets.UTF_8);
      default -> chars(from, length);
    };
  }

  @Override
  public Vector dense(int size) {
    var strings = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      strings[i] = string(i);
    }
    return new Strings(strings);
  }

  @Override
  public Vector gather(int[] places, int size) {
    var strings = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      strings[i] = string(places[i]);
    }
    return new Strings(strings);
  }

  private String chars(int from, int length) {
    var chars = new char[length / Character.BYTES];
    for (int i = 0; i < chars.length; i++) {
      int at = from + i * Character.BYTES;
      chars[i] = (char) (pool[at] << Byte.SIZE | Byte.toUnsignedInt(pool[at + 1]));
    }
    return new String(chars);
  }

  /// The column of texts and nulls.
  ///
  /// @return the column, or null when the texts are too long for one array
  static @Nullable Texts of(Value[] values) {
    var bounds = new Bounds(values.length);
    var encoded = new byte[values.length][];
    for (int i = 0; i < values.length; i++) {
      String text = values[i] instanceof Text(var present) ? present : "";
      if (text.length() > Bounds.MOST) {
        return null;
      }
      int form = values[i].isNull() ? ABSENT : form(text);
      encoded[i] = encoded(text, form);
      if (!bounds.add(encoded[i].length, form)) {
        return null;
      }
    }
    var pool = new byte[bounds.total()];
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(encoded[i], 0, pool, bounds.from(i), encoded[i].length);
    }
    return new Texts(pool, bounds);
  }

  private static int form(String text) {
    int form = LATIN;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > LAST_LATIN) {
        form = UTF_8;
      }
      if (Character.isSurrogate(c)) {
        i++;
        boolean paired = i < text.length() && Character.isSurrogatePair(c, text.charAt(i));
        if (!paired) {
          return CHARS;
        }
      }
    }
    return form;
  }

  private static byte[] encoded(String text, int form) {
    return switch (form) {
      case LATIN -> text.getBytes(StandardCharsets.ISO_8859_1);
      case UTF_8 -> text.getBytes(StandardCharsets.UTF_8);
      default -> bytesOfChars(text);
    };
  }

  private static byte[] bytesOfChars(String text) {
    var bytes = new byte[text.length() * Character.BYTES];
    for (int i = 0; i < text.length(); i++) {
      bytes[i * Character.BYTES] = (byte) (text.charAt(i) >>> Byte.SIZE);
      bytes[i * Character.BYTES + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
