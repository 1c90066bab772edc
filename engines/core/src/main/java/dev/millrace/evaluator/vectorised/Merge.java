package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Value;
import dev.millrace.vector.Selected;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import org.jspecify.annotations.Nullable;

/// Puts two lists together that were one.
///
/// @param isFirst for each value that comes out, whether it is the next of the first list
@SuppressWarnings("ArrayRecordComponent") // never compared
record Merge(boolean[] isFirst) {
  /// The merge of two selections of one batch, in the order of that.
  static Merge of(Batch one, Batch other) {
    var isFirst = new boolean[one.size() + other.size()];
    int a = 0;
    int b = 0;
    for (int i = 0; i < isFirst.length; i++) {
      isFirst[i] = b == other.size() || (a < one.size() && one.place(a) < other.place(b));
      if (isFirst[i]) {
        a++;
      } else {
        b++;
      }
    }
    return new Merge(isFirst);
  }

  /// The merge of what was made where a condition holds, and of what was made elsewhere.
  static Merge of(byte[] flags, int size) {
    var isFirst = new boolean[size];
    for (int i = 0; i < size; i++) {
      isFirst[i] = flags[i] == 1;
    }
    return new Merge(isFirst);
  }

  /// How many values come out.
  int size() {
    return isFirst.length;
  }

  /// Two columns put together.
  Vector of(Vector one, Vector other) {
    if (one instanceof Selected(var left, var leftPlaces)
        && other instanceof Selected(var right, var rightPlaces)
        && isSame(left, right)) {
      return new Selected(left, of(leftPlaces, rightPlaces));
    }
    return one instanceof Strings(var left) && other instanceof Strings(var right)
        ? new Strings(strings(left, right))
        : values(one, other);
  }

  /// Two arrays put together.
  int[] of(int[] one, int[] other) {
    var merged = new int[size()];
    int a = 0;
    int b = 0;
    for (int i = 0; i < merged.length; i++) {
      merged[i] = isFirst[i] ? one[a++] : other[b++];
    }
    return merged;
  }

  @SuppressWarnings("ReferenceEquality") // the very column, not an equal one
  private static boolean isSame(Vector one, Vector other) {
    return one == other;
  }

  private @Nullable String[] strings(@Nullable String[] one, @Nullable String[] other) {
    var merged = new @Nullable String[size()];
    int a = 0;
    int b = 0;
    for (int i = 0; i < merged.length; i++) {
      merged[i] = isFirst[i] ? one[a++] : other[b++];
    }
    return merged;
  }

  private Vector values(Vector one, Vector other) {
    var merged = new Value[size()];
    int a = 0;
    int b = 0;
    for (int i = 0; i < merged.length; i++) {
      merged[i] = isFirst[i] ? one.get(a++) : other.get(b++);
    }
    return Vector.typed(merged);
  }
}
