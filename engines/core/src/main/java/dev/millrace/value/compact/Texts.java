package dev.millrace.value.compact;

import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A column of texts in one array of bytes: for each its characters, and four bytes.
///
/// A text is in ISO 8859-1 if that has all of its characters, and else two bytes for each `char`.
/// These are the forms that `String` has inside, so that most texts are read by copying bytes, and
/// those that are no well-formed Unicode stay what they are.
final class Texts implements CompactColumn {
  private static final int ABSENT = 0;
  private static final int NARROW = 1;
  private static final int WIDE = 2;
  private static final int LAST_NARROW = 0xFF;

  private final byte[] pool;
  private final Bounds bounds;

  private Texts(byte[] pool, Bounds bounds) {
    this.pool = pool;
    this.bounds = bounds;
  }

  @Override
  public Value get(int index) {
    int from = bounds.from(index);
    int length = bounds.to(index) - from;
    return switch (bounds.mark(index)) {
      case ABSENT -> Null.NULL;
      case NARROW -> Text.of(new String(pool, from, length, StandardCharsets.ISO_8859_1));
      default -> new Text(wide(from, length));
    };
  }

  private String wide(int from, int length) {
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
    for (Value value : values) {
      boolean added =
          switch (value) {
            case Text(var text) when isNarrow(text) -> bounds.add(text.length(), NARROW);
            case Text(var text) -> bounds.add((long) text.length() * Character.BYTES, WIDE);
            default -> bounds.add(0, ABSENT);
          };
      if (!added) {
        return null;
      }
    }
    var pool = new byte[bounds.total()];
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Text(var text)) {
        byte[] bytes = bounds.mark(i) == NARROW ? narrowBytes(text) : wideBytes(text);
        System.arraycopy(bytes, 0, pool, bounds.from(i), bytes.length);
      }
    }
    return new Texts(pool, bounds);
  }

  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_NARROW) {
        return false;
      }
    }
    return true;
  }

  private static byte[] narrowBytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] wideBytes(String text) {
    var bytes = new byte[text.length() * Character.BYTES];
    for (int i = 0; i < text.length(); i++) {
      bytes[i * Character.BYTES] = (byte) (text.charAt(i) >>> Byte.SIZE);
      bytes[i * Character.BYTES + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
