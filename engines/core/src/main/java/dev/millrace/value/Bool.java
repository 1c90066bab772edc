package dev.millrace.value;

/// A boolean value; false comes before true.
///
/// @param value the boolean
public record Bool(boolean value) implements Value {
  /// True.
  public static final Bool TRUE = new Bool(true);

  /// False.
  public static final Bool FALSE = new Bool(false);

  /// The shared instance for a boolean.
  public static Bool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public int compareSameKind(Value other) {
    return Boolean.compare(value, ((Bool) other).value);
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }
}
