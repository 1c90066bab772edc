package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Text;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Flags;
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
    Operands both = Operands.aligned(Operand.of(left), Operand.of(right), size);
    if (both != null) {
      long[] numbers = both.left().each(size);
      long[] others = both.right().column();
      return others == null
          ? equal(numbers, both.right().constant(), size)
          : equal(numbers, others, size);
    }
    if (left instanceof Strings(var texts)) {
      if (right instanceof Strings(var others)) {
        return equal(texts, others, size);
      }
      if (right instanceof Constant(Text(var text))) {
        return equal(texts, text, size);
      }
    }
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(left.get(i).equals(right.get(i)));
    }
    return flags;
  }

  private static byte[] equal(long[] a, long b, int size) {
    var flags = new byte[size];
    for (int i = 0; i < size; i++) {
      flags[i] = Condition.flag(a[i] == b);
    }
    return flags;
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
