package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Value;
import dev.millrace.vector.Numbers;
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
  ///
  /// @param firsts how many values the first has
  Vector of(Vector one, Vector other, int firsts) {
    if (one instanceof Selected(var left, var leftPlaces)
        && other instanceof Selected(var right, var rightPlaces)
        && isSame(left, right)) {
      return new Selected(left, of(leftPlaces, rightPlaces));
    }
    int others = size() - firsts;
    Vector a = Lifted.spread(one.dense(firsts), firsts);
    Vector b = Lifted.spread(other.dense(others), others);
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return numbers(left, right, firsts);
    }
    return a instanceof Strings(var left) && b instanceof Strings(var right)
        ? new Strings(strings(left, right))
        : values(a, b);
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

  private Vector numbers(Numbers one, Numbers other, int firsts) {
    int scale = Math.max(one.scale(), other.scale());
    Numbers left = one.scaled(scale, firsts);
    Numbers right = other.scaled(scale, size() - firsts);
    return left == null || right == null
        ? values(one, other)
        : new Numbers(
            longs(left.unscaled(), right.unscaled()), scale, left.hasNulls() || right.hasNulls());
  }

  private long[] longs(long[] one, long[] other) {
    var merged = new long[size()];
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
