package dev.millrace.evaluator.compiled;

import java.util.function.Supplier;

/// An object that generated code needs one of for each batch: room to work in. Two of these are
/// never the same one.
final class Made {
  private final Class<?> type;
  private final Supplier<?> maker;

  /// An object.
  Made(Class<?> type, Supplier<?> maker) {
    this.type = type;
    this.maker = maker;
  }

  /// Its class.
  Class<?> type() {
    return type;
  }

  /// A new one.
  Object make() {
    return maker.get();
  }
}
