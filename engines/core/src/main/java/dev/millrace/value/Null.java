package dev.millrace.value;

/// The absent value: an empty cell, a missing key, the result of a function of an absent value.
public final class Null implements Value {
  /// The only instance.
  public static final Null NULL = new Null();

  private Null() {}

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int compareSameKind(Value other) {
    return 0;
  }

  @Override
  public String toString() {
    return "null";
  }
}
