package dev.millrace.evaluator.compiled;

import org.jspecify.annotations.Nullable;

/// A value that is the same for all items of a plan, but not for all plans that share a class: a
/// field of the generated class. Two constants are never the same one, equal or not.
final class Constant {
  private final Class<?> type;
  private final @Nullable Object value;

  /// A constant.
  ///
  /// @param type `long`, `int`, or the class of objects that it is one of
  /// @param value the value, boxed where it is a primitive
  Constant(Class<?> type, @Nullable Object value) {
    this.type = type;
    this.value = value;
  }

  /// Its type.
  Class<?> type() {
    return type;
  }

  /// Its value.
  @Nullable Object value() {
    return value;
  }
}
