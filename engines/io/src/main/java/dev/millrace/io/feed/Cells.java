package dev.millrace.io.feed;

import dev.millrace.feed.Type;
import dev.millrace.function.Require;
import dev.millrace.function.Texts;
import dev.millrace.io.json.Json;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// What the cells of a CSV file may mean.
final class Cells {
  private Cells() {}

  /// Whether a text writes a number plainly: digits without a leading zero or plus, and decimals
  /// behind a point.
  static boolean isNumber(String text) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    int whole = digitsEnd(text, at);
    if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
      return false;
    }
    boolean plain = whole == length;
    boolean fraction =
        !plain
            && text.charAt(whole) == '.'
            && whole + 1 < length
            && digitsEnd(text, whole + 1) == length;
    return (plain || fraction) && length <= Decimal.MAX_DIGITS;
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// Whether a text writes a boolean: `true` or `false`.
  static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  /// The type that a cell has by its own looks.
  static Type typeOf(String text) {
    if (isNumber(text)) {
      return Type.NUMBER;
    }
    if (isBoolean(text)) {
      return Type.BOOLEAN;
    }
    if (text.startsWith("[") && Json.parseList(text) != null) {
      return Type.LIST;
    }
    return text.startsWith("{") && Json.parseMap(text) != null ? Type.MAP : Type.TEXT;
  }

  /// The value of a cell in a column of some type.
  ///
  /// @return the value, or null when the cell does not write one of that type
  static @Nullable Value parse(String text, Type type) {
    return switch (type) {
      case TEXT -> Text.of(text);
      case NUMBER -> Decimal.parse(text);
      case BOOLEAN -> isBoolean(text) ? Bool.of(text.equals("true")) : null;
      case LIST -> Json.parseList(text);
      case MAP -> Json.parseMap(text);
      case ANY -> parse(text, typeOf(text));
    };
  }

  /// A value as one of some type: itself when it is one, a text parsed, and anything as a text.
  ///
  /// @return the value, or null when it cannot be one of that type
  static @Nullable Value convert(Value value, Type type) {
    boolean fits =
        value.isNull()
            || switch (type) {
              case TEXT -> value instanceof Text;
              case NUMBER -> value instanceof Decimal;
              case BOOLEAN -> value instanceof Bool;
              case LIST -> value instanceof ListValue;
              case MAP -> value instanceof MapValue;
              case ANY -> true;
            };
    if (fits) {
      return value;
    }
    if (type == Type.TEXT) {
      return Text.of(Texts.toText(value));
    }
    return value instanceof Text(var text) ? parse(text, type) : null;
  }

  /// The type of a value, null for the absent one.
  static @Nullable Type typeOf(Value value) {
    return switch (value) {
      case Null _ -> null;
      case Bool _ -> Type.BOOLEAN;
      case Decimal _ -> Type.NUMBER;
      case Text _ -> Type.TEXT;
      case ListValue _ -> Type.LIST;
      case MapValue _ -> Type.MAP;
    };
  }

  /// What to say of a value that is not of the type asked for.
  static String mismatch(String field, Value value, Type type) {
    String shown = Require.shown(Texts.toText(value)).replace('\n', ' ').replace('\r', ' ');
    String wanted = type == Type.ANY ? "any value" : "a " + type;
    String problem = "field '" + field + "': '" + shown + "' is not " + wanted;
    return problem + "; read the field as text, or correct it";
  }
}
