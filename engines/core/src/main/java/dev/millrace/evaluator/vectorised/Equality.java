package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two values are equal; null equals null only.
///
/// @param isNegated whether it is asked whether they differ
record Equality(boolean isNegated) implements Function {
  @Override
  public Vector of(Vector[] operands, int size) {
    Vector left = operands[0];
    Vector right = operands[1];
    byte[] equal = left instanceof Constant ? equal(right, left, size) : equal(left, right, size);
    if (isNegated) {
      for (int i = 0; i < size; i++) {
        equal[i] ^= 1;
      }
    }
    return new Flags(equal);
  }

  private static byte[] equal(Vector left, Vector right, int size) {
    if (left instanceof Numbers a && numbers(right, size) instanceof Numbers b) {
      Numbers[] aligned = NumberLoops.aligned(a, b, size);
      if (aligned != null) {
        return equal(aligned[0].unscaled(), aligned[1].unscaled(), size);
      }
    }
    if (left instanceof Strings(var a)) {
      if (right instanceof Strings(var b)) {
        return equal(a, b, size);
      }
      if (right instanceof Constant(Text(var text))) {
        return equal(a, text, size);
      }
    }
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(left.get(i).equals(right.get(i)));
    }
    return flags;
  }

  /// A column of numbers; of a constant only if it is a number.
  private static @Nullable Numbers numbers(Vector vector, int size) {
    boolean isOther = vector instanceof Constant(var value) && !(value instanceof Decimal);
    return isOther ? null : NumberLoops.numbers(vector, size);
  }

  private static byte[] equal(long[] a, long[] b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(a[i] == b[i]);
    }
    return flags;
  }

  private static byte[] equal(@Nullable String[] a, @Nullable String[] b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(Objects.equals(a[i], b[i]));
    }
    return flags;
  }

  private static byte[] equal(@Nullable String[] a, String b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(b.equals(a[i]));
    }
    return flags;
  }
}
