package dev.millrace.feed;

import java.util.Locale;

/// What a column or an expression may hold beside null.
public enum Type {
  /// True or false.
  BOOLEAN,
  /// An exact decimal number.
  NUMBER,
  /// Text.
  TEXT,
  /// A list of values.
  LIST,
  /// A map from texts to values.
  MAP,
  /// Any kind of value, known only when it is read.
  ANY;

  /// The type of a value that may be of either type.
  public Type or(Type other) {
    return this == other ? this : ANY;
  }

  /// Whether a value of this type may stand where `wanted` is asked for; [#ANY] may, and is checked
  /// when it is read.
  public boolean mayBe(Type wanted) {
    return this == wanted || this == ANY || wanted == ANY;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
