package dev.millrace.evaluator.compiled;

import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Comparisons that generated code calls. They give 1 for true, 0 for false, and [Flags#NULL] where
/// an operand is null.
final class Orders {
  private Orders() {}

  /// Whether a number comes before another.
  static int less(long a, long b) {
    return isNull(a, b) ? Flags.NULL : flag(a < b);
  }

  /// Whether a number comes before another or equals it.
  static int atMost(long a, long b) {
    return isNull(a, b) ? Flags.NULL : flag(a <= b);
  }

  /// Whether a number comes after another.
  static int greater(long a, long b) {
    return isNull(a, b) ? Flags.NULL : flag(a > b);
  }

  /// Whether a number comes after another or equals it.
  static int atLeast(long a, long b) {
    return isNull(a, b) ? Flags.NULL : flag(a >= b);
  }

  /// Whether a text comes before another.
  static int less(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? Flags.NULL : flag(Text.compareCodePoints(a, b) < 0);
  }

  /// Whether a text comes before another or equals it.
  static int atMost(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? Flags.NULL : flag(Text.compareCodePoints(a, b) <= 0);
  }

  /// Whether a text comes after another.
  static int greater(@Nullable String a, @Nullable String b) {
    return less(b, a);
  }

  /// Whether a text comes after another or equals it.
  static int atLeast(@Nullable String a, @Nullable String b) {
    return atMost(b, a);
  }

  /// Whether a value comes before another.
  static int less(Value a, Value b) {
    return a.isNull() || b.isNull() ? Flags.NULL : flag(a.compareTo(b) < 0);
  }

  /// Whether a value comes before another or equals it.
  static int atMost(Value a, Value b) {
    return a.isNull() || b.isNull() ? Flags.NULL : flag(a.compareTo(b) <= 0);
  }

  /// Whether a value comes after another.
  static int greater(Value a, Value b) {
    return less(b, a);
  }

  /// Whether a value comes after another or equals it.
  static int atLeast(Value a, Value b) {
    return atMost(b, a);
  }

  /// Whether a text is one of some.
  static int isOneOf(@Nullable String text, Set<?> texts) {
    return text == null ? Flags.NULL : flag(texts.contains(text));
  }

  /// Whether a value is one of some.
  static int isOneOf(Value value, Set<?> values) {
    return value.isNull() ? Flags.NULL : flag(values.contains(value));
  }

  private static boolean isNull(long a, long b) {
    return a == Numbers.NULL || b == Numbers.NULL;
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }
}
