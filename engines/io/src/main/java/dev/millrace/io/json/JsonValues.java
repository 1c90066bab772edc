package dev.millrace.io.json;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/// Reads values from JSON.
public final class JsonValues {
  private JsonValues() {}

  /// The value that begins with the parser's current token; afterwards its last token is current.
  ///
  /// @throws tools.jackson.core.JacksonException if the JSON is malformed
  /// @throws ArithmeticException if a number has too many digits
  public static Value read(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_STRING -> Text.of(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> Bool.TRUE;
      case VALUE_FALSE -> Bool.FALSE;
      case VALUE_NULL -> Null.NULL;
      case START_ARRAY -> list(parser);
      case START_OBJECT -> map(parser);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private static Decimal number(JsonParser parser) {
    NumberType type = parser.getNumberType();
    return type == NumberType.INT || type == NumberType.LONG
        ? Decimal.of(parser.getLongValue())
        : Decimal.of(parser.getDecimalValue());
  }

  private static ListValue list(JsonParser parser) {
    var elements = new ArrayList<Value>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser));
    }
    return elements.isEmpty() ? ListValue.EMPTY : new ListValue(elements);
  }

  private static MapValue map(JsonParser parser) {
    var entries = new HashMap<String, Value>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      entries.put(key, read(parser));
    }
    return entries.isEmpty() ? MapValue.EMPTY : MapValue.of(entries);
  }
}
