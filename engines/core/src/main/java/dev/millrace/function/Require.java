package dev.millrace.function;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.JsonText;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Text;
import dev.millrace.value.Value;

/// Takes values for what the plan needs them to be. Only values of columns of type `any` can be
/// anything else.
public final class Require {
  private static final int SHOWN = 60;

  private Require() {}

  /// The characters of a text.
  public static String text(Value value) {
    if (value instanceof Text(var text)) {
      return text;
    }
    throw wrong("a text", value);
  }

  /// A number.
  public static Decimal number(Value value) {
    if (value instanceof Decimal number) {
      return number;
    }
    throw wrong("a number", value);
  }

  /// A whole number within the range of int.
  public static int index(Value value) {
    try {
      return number(value).intValueExact();
    } catch (ArithmeticException notAnIndex) {
      throw wrong("a whole number", value);
    }
  }

  /// A boolean.
  public static boolean bool(Value value) {
    if (value instanceof Bool(boolean bool)) {
      return bool;
    }
    throw wrong("a boolean", value);
  }

  /// A boolean, where null counts as false.
  public static boolean isTrue(Value value) {
    return !value.isNull() && bool(value);
  }

  /// A list.
  public static ListValue list(Value value) {
    if (value instanceof ListValue list) {
      return list;
    }
    throw wrong("a list", value);
  }

  /// A map.
  public static MapValue map(Value value) {
    if (value instanceof MapValue map) {
      return map;
    }
    throw wrong("a map", value);
  }

  private static EvaluationException wrong(String wanted, Value value) {
    return new EvaluationException("wants " + wanted + ", not " + shown(JsonText.of(value)));
  }

  /// A text cut to a length that fits an error message.
  public static String shown(String text) {
    boolean fits = text.codePointCount(0, text.length()) <= SHOWN;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
