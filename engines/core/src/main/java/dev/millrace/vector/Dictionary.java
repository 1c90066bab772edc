package dev.millrace.vector;

import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// The values that columns of codes stand for. Immutable; columns of many blocks may share one, and
/// such columns can be grouped and ordered by their codes alone.
///
/// A few thousand values are kept as objects, so that reading one makes nothing; more of them, if
/// they are texts, in one array of bytes, so that a collector sees hardly any of them.
public final class Dictionary {
  private final Vector values;
  private final int size;
  private final boolean isDistinct;
  private @Nullable Vector readable;

  private Dictionary(Vector values, int size, boolean isDistinct) {
    this.values = values;
    this.size = size;
    this.isDistinct = isDistinct;
  }

  /// A dictionary of values that may be equal; the array is kept.
  public static Dictionary of(Value... values) {
    return new Dictionary(new Plain(values), values.length, false);
  }

  /// A dictionary of values that are all different; the array is kept.
  public static Dictionary ofDistinct(Value... values) {
    return new Dictionary(new Plain(values), values.length, true);
  }

  /// A dictionary of texts and nulls that are all different.
  static Dictionary ofDistinct(Texts texts, int size) {
    return new Dictionary(texts, size, true);
  }

  /// How many values there are.
  public int size() {
    return size;
  }

  /// Whether different codes stand for different values.
  public boolean isDistinct() {
    return isDistinct;
  }

  /// The value of a code.
  public Value get(int code) {
    return values.get(code);
  }

  /// The values of some codes, in the form that loops read.
  ///
  /// @param size how many
  public Vector gather(int[] codes, int size) {
    return readable().gather(codes, size);
  }

  /// All values in the form that loops read.
  public Vector dense() {
    return readable().dense(size);
  }

  /*
   * Without a lock, as the values of items are made: threads that race make equal vectors, whose
   * fields are final.
   */
  private Vector readable() {
    Vector known = readable;
    if (known == null) {
      known = values instanceof Plain(var objects) ? Vector.typed(objects) : values;
      readable = known;
    }
    return known;
  }
}
