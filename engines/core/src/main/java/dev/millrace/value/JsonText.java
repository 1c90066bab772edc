package dev.millrace.value;

import java.util.HexFormat;
import java.util.Map;

/// Writes values as compact JSON: numbers without exponents, maps in the order of their keys.
public final class JsonText {
  private JsonText() {}

  /// A value as JSON.
  public static String of(Value value) {
    var out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  /// Appends a value as JSON.
  public static void append(Value value, StringBuilder out) {
    switch (value) {
      case Text(var text) -> appendQuoted(text, out);
      case ListValue list -> appendList(list, out);
      case MapValue map -> appendMap(map, out);
      case Null _, Bool _, Decimal _ -> out.append(value);
    }
  }

  /// Appends a JSON string in its quotes.
  public static void appendQuoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> appendPlain(c, out);
      }
    }
    out.append('"');
  }

  private static void appendPlain(char c, StringBuilder out) {
    if (c < ' ') {
      out.append("\\u").append(HexFormat.of().toHexDigits((short) c));
    } else {
      out.append(c);
    }
  }

  private static void appendList(ListValue list, StringBuilder out) {
    String separator = "[";
    for (Value element : list.elements()) {
      out.append(separator);
      append(element, out);
      separator = ",";
    }
    out.append(list.elements().isEmpty() ? "[]" : "]");
  }

  private static void appendMap(MapValue map, StringBuilder out) {
    String separator = "{";
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      out.append(separator);
      appendQuoted(entry.getKey(), out);
      out.append(':');
      append(entry.getValue(), out);
      separator = ",";
    }
    out.append(map.entries().isEmpty() ? "{}" : "}");
  }
}
