package dev.millrace.io.feed;

import dev.millrace.feed.FeedBuilder;
import dev.millrace.feed.Type;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Infers the type of a CSV column from its cells.
///
/// The first cell that is neither null nor empty says what the column may be; the first later one
/// that does not fit makes it text.
final class ColumnGuess {
  private @Nullable Type type;

  /// Takes a cell into account; an empty one fits every type.
  void observe(Value cell) {
    if (type != Type.TEXT && cell instanceof Text(var text) && !text.isEmpty()) {
      if (type == null) {
        type = likely(text);
      } else if (!mayBe(text, type)) {
        type = Type.TEXT;
      }
    }
  }

  /// Turns the cells of the column into values of the type found; empty cells become null, unless
  /// the column is text.
  ///
  /// @return the type
  Type settle(FeedBuilder rows, int column) {
    Type found = type;
    if (found == null || found == Type.TEXT) {
      return Type.TEXT;
    }
    return rows.convert(column, cell -> parsed(cell, found)) ? found : Type.TEXT;
  }

  private static @Nullable Value parsed(Value cell, Type type) {
    return cell instanceof Text(var text) && !text.isEmpty() ? Cells.parse(text, type) : Null.NULL;
  }

  private static Type likely(String text) {
    if (Cells.isNumber(text)) {
      return Type.NUMBER;
    }
    if (Cells.isBoolean(text)) {
      return Type.BOOLEAN;
    }
    return text.startsWith("[") ? Type.LIST : text.startsWith("{") ? Type.MAP : Type.TEXT;
  }

  private static boolean mayBe(String text, Type type) {
    return switch (type) {
      case NUMBER -> Cells.isNumber(text);
      case BOOLEAN -> Cells.isBoolean(text);
      case LIST -> text.startsWith("[");
      case MAP -> text.startsWith("{");
      case TEXT, ANY -> true;
    };
  }
}
