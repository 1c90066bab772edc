package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;

/// Whether a value comes before another; null where one of them is.
///
/// @param isSwapped whether it is asked whether the second comes before the first
/// @param isNegated whether it is asked whether that is not so
record Order(boolean isSwapped, boolean isNegated) implements Function {
  @Override
  public Vector of(Vector[] operands, int size) {
    Vector left = operands[isSwapped ? 1 : 0];
    Vector right = operands[isSwapped ? 0 : 1];
    if (isNull(left) || isNull(right)) {
      return Vector.ofNulls();
    }
    byte[] before = before(left, right, size);
    if (isNegated) {
      for (int i = 0; i < size; i++) {
        before[i] ^= (byte) ((~before[i] >>> 1) & 1);
      }
    }
    return new Flags(before);
  }

  private static boolean isNull(Vector vector) {
    return vector instanceof Constant(var value) && value.isNull();
  }

  private static byte[] before(Vector left, Vector right, int size) {
    Operands both = Operands.aligned(Operand.of(left), Operand.of(right), size);
    if (both != null) {
      return before(both, size);
    }
    if (left instanceof Strings(var texts) && right instanceof Constant(Text(var text))) {
      var flags = new byte[size];
      for (int i = 0; i < size; i++) {
        String each = texts[i];
        flags[i] =
            each == null ? Flags.NULL : Condition.flag(Text.compareCodePoints(each, text) < 0);
      }
      return flags;
    }
    return values(left, right, size);
  }

  private static byte[] before(Operands both, int size) {
    long[] a = both.left().column();
    long[] b = both.right().column();
    if (both.hasNulls()) {
      return beforeOrNull(both.left().each(size), both.right().each(size), size);
    }
    if (a == null) {
      return before(both.left().constant(), both.right().each(size), size);
    }
    return b == null ? before(a, both.right().constant(), size) : before(a, b, size);
  }

  private static byte[] before(long a, long[] b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(a < b[i]);
    }
    return flags;
  }

  private static byte[] before(long[] a, long b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(a[i] < b);
    }
    return flags;
  }

  private static byte[] before(long[] a, long[] b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(a[i] < b[i]);
    }
    return flags;
  }

  private static byte[] beforeOrNull(long[] a, long[] b, int size) {
    byte[] flags = before(a, b, size);
    for (int i = 0; i < size; i++) {
      if (a[i] == Numbers.NULL || b[i] == Numbers.NULL) {
        flags[i] = Flags.NULL;
      }
    }
    return flags;
  }

  private static byte[] values(Vector left, Vector right, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      Value a = left.get(i);
      Value b = right.get(i);
      flags[i] = a.isNull() || b.isNull() ? Flags.NULL : Condition.flag(a.compareTo(b) < 0);
    }
    return flags;
  }
}
