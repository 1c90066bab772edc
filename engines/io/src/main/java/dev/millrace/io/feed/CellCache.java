package dev.millrace.io.feed;

import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes texts of one column's cells, most equal short ones only once.
///
/// Direct-mapped: a text takes the place of the one before it that had the same hash, so it costs
/// no more than the few texts it keeps.
final class CellCache {
  private static final int PLACES = 256;
  private static final int LONGEST = 40;

  private final Set<String> nullCells;
  private final @Nullable Value[] values = new @Nullable Value[PLACES];
  private final String[] texts = new String[PLACES];

  CellCache(Set<String> nullCells) {
    this.nullCells = nullCells;
    Arrays.fill(texts, "");
  }

  /// The value of a cell, null when it is one of those that stand for null.
  Value value(char[] buffer, int offset, int length) {
    if (length > LONGEST) {
      return valueOf(new String(buffer, offset, length));
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    int place = (hash ^ hash >>> 8 ^ hash >>> 16) & (PLACES - 1);
    Value known = values[place];
    if (known != null && isAt(texts[place], buffer, offset, length)) {
      return known;
    }
    texts[place] = new String(buffer, offset, length);
    Value value = valueOf(texts[place]);
    values[place] = value;
    return value;
  }

  private Value valueOf(String text) {
    return nullCells.contains(text) ? Null.NULL : Text.of(text);
  }

  private static boolean isAt(String text, char[] buffer, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
