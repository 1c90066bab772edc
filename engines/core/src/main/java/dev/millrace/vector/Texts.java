package dev.millrace.vector;

import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A column of texts in one array of bytes: for each its characters and four bytes.
///
/// A text is in ISO 8859-1 if that has all of its characters, as it would be inside a `String`, so
/// that it is read by copying bytes. Any other is in UTF-8, or two bytes for each `char` where it
/// is no well-formed Unicode.
public final class Texts implements Vector {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
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

  /// Texts and nulls as bytes that can be put into order without making strings of them: in ISO
  /// 8859-1, all of them.
  ///
  /// @param size how many of the column's values are wanted
  /// @return the texts; null when the column is of another form, or has other characters
  public static @Nullable Texts latin(Vector column, int size) {
    return switch (column) {
      case Texts texts -> texts.areLatin(size) ? texts : null;
      case Selected(Texts texts, var places) -> texts.latin(places, size);
      case Sliced sliced when sliced.source() instanceof Texts texts ->
          texts.latin(sliced.range(size), size);
      case Strings(var strings) -> latin(strings, size);
      default -> null;
    };
  }

  /// A column of nulls.
  public static Texts ofNulls(int size) {
    return new Texts(new byte[0], new Bounds(size));
  }

  private boolean areLatin(int size) {
    boolean areLatin = true;
    for (int i = 0; i < size; i++) {
      areLatin &= bounds.mark(i) <= LATIN;
    }
    return areLatin;
  }

  private @Nullable Texts latin(int[] places, int size) {
    var chosen = new Bounds(size);
    for (int i = 0; i < size; i++) {
      int place = places[i];
      int mark = bounds.mark(place);
      if (mark > LATIN || !chosen.add((long) bounds.to(place) - bounds.from(place), mark)) {
        return null;
      }
    }
    var bytes = new byte[chosen.total()];
    for (int i = 0; i < size; i++) {
      int from = chosen.from(i);
      System.arraycopy(pool, bounds.from(places[i]), bytes, from, chosen.to(i) - from);
    }
    return new Texts(bytes, chosen);
  }

  private static @Nullable Texts latin(@Nullable String[] strings, int size) {
    var bounds = new Bounds(size);
    int longest = 0;
    for (int i = 0; i < size; i++) {
      String text = strings[i];
      int length = text == null ? 0 : text.length();
      longest = Math.max(longest, length);
      if (!bounds.add(length, text == null ? ABSENT : LATIN)) {
        return null;
      }
    }
    var pool = new byte[bounds.total()];
    var buffer = new char[longest];
    for (int i = 0; i < size; i++) {
      String text = strings[i];
      if (text != null && !addLatin(text, buffer, pool, bounds.from(i))) {
        return null;
      }
    }
    return new Texts(pool, bounds);
  }

  private static boolean addLatin(String text, char[] buffer, byte[] pool, int from) {
    int length = text.length();
    text.getChars(0, length, buffer, 0);
    int union = 0;
    for (int i = 0; i < length; i++) {
      union |= buffer[i];
      pool[from + i] = (byte) buffer[i];
    }
    return union <= LAST_LATIN;
  }

  /// Whether there is no text at an index.
  public boolean isNull(int index) {
    return bounds.mark(index) == ABSENT;
  }

  /// How many bytes a text has.
  public int length(int index) {
    return bounds.to(index) - bounds.from(index);
  }

  /// Eight bytes of a text, the first the highest, zeros behind its end.
  ///
  /// @param begin the index of the first of them in the text
  public long bytes(int index, int begin) {
    int from = bounds.from(index) + begin;
    int left = bounds.to(index) - from;
    if (left <= 0) {
      return 0;
    }
    long word =
        from <= pool.length - Long.BYTES
            ? (long) WORDS.get(pool, from)
            : (long) WORDS.get(Arrays.copyOfRange(pool, from, from + Long.BYTES), 0);
    return left >= Long.BYTES ? word : word & -1L << (Long.SIZE - left * Byte.SIZE);
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
