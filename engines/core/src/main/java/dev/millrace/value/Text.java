package dev.millrace.value;

/// A text value. Texts are ordered by code points, so that a character outside the basic plane
/// comes after every character inside it.
///
/// @param value the characters
public record Text(String value) implements Value {
  /// The empty text.
  public static final Text EMPTY = new Text("");

  /// A text of the given characters.
  public static Text of(String value) {
    return value.isEmpty() ? EMPTY : new Text(value);
  }

  /// Compares two strings by code points.
  public static int compareCodePoints(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean oneIsSurrogate = Character.isSurrogate(a) != Character.isSurrogate(b);
        return oneIsSurrogate ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  @Override
  public int rank() {
    return 3;
  }

  @Override
  public int compareSameKind(Value other) {
    return compareCodePoints(value, ((Text) other).value);
  }

  @Override
  public String toString() {
    return value;
  }
}
