package dev.millrace.expression;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.Locale;

/// The kinds of values.
public enum ValueKind {
  /// The absent value.
  NULL,
  /// True or false.
  BOOLEAN,
  /// An exact decimal number.
  NUMBER,
  /// A text.
  TEXT,
  /// A list.
  LIST,
  /// A map.
  MAP;

  /// The kind of a value.
  public static ValueKind of(Value value) {
    return switch (value) {
      case Null _ -> NULL;
      case Bool _ -> BOOLEAN;
      case Decimal _ -> NUMBER;
      case Text _ -> TEXT;
      case ListValue _ -> LIST;
      case MapValue _ -> MAP;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
