package dev.millrace.evaluator.compiled;

import dev.millrace.value.Value;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Plain;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import java.util.Arrays;

/// Columns as the arrays that programs read and write.
final class Columns {
  private Columns() {}

  /// A dense column without codes.
  static Vector decoded(Vector dense, int size) {
    return dense instanceof Coded coded ? coded.decoded(size) : dense;
  }

  /// The form of the values of a decoded column.
  static Form form(Vector decoded, int size) {
    return switch (decoded) {
      case Numbers(_, int scale, boolean hasNulls) -> Form.number(scale, hasNulls);
      case Strings _ -> Form.text(true);
      case Flags _ -> Form.flag(true);
      case Constant(var value) -> form(Vector.typed(new Value[] {value}), 1);
      case Plain(var values) -> areNull(values, size) ? Form.NOTHING : Form.VALUE;
      default -> Form.VALUE;
    };
  }

  private static boolean areNull(Value[] values, int size) {
    for (int i = 0; i < size; i++) {
      if (!values[i].isNull()) {
        return false;
      }
    }
    return true;
  }

  /// An array of the values of a decoded column.
  ///
  /// @param form a form that covers the column's
  /// @throws Unfit if a number does not fit a long of the form's scale
  static Object array(Vector decoded, Form form, int size) {
    if (decoded instanceof Constant(var value)) {
      Object one = array(Vector.typed(new Value[] {value}), form, 1);
      Vector repeated = vector(one, form).gather(new int[size], size);
      return array(repeated, form, size);
    }
    return switch (form.kind()) {
      case NUMBER -> decoded instanceof Numbers numbers ? scaled(numbers, form, size) : nulls(size);
      case TEXT -> decoded instanceof Strings(var strings) ? strings : new String[size];
      case FLAG -> decoded instanceof Flags(var flags) ? flags : noFlags(size);
      case VALUE, NOTHING -> decoded instanceof Plain(var values) ? values : values(decoded, size);
    };
  }

  private static long[] scaled(Numbers numbers, Form form, int size) {
    Numbers scaled = numbers.scaled(form.scale(), size);
    if (scaled == null) {
      throw new Unfit();
    }
    return scaled.unscaled();
  }

  private static long[] nulls(int size) {
    var nulls = new long[size];
    Arrays.fill(nulls, Numbers.NULL);
    return nulls;
  }

  private static byte[] noFlags(int size) {
    var nulls = new byte[size];
    Arrays.fill(nulls, Flags.NULL);
    return nulls;
  }

  private static Value[] values(Vector vector, int size) {
    var values = new Value[size];
    for (int i = 0; i < size; i++) {
      values[i] = vector.get(i);
    }
    return values;
  }

  /// Room for the values of some items.
  static Object room(Form form, int size) {
    return switch (form.kind()) {
      case NUMBER -> new long[size];
      case TEXT -> new String[size];
      case FLAG -> new byte[size];
      case VALUE, NOTHING -> new Value[size];
    };
  }

  /// The column of the first values in an array that a program wrote.
  static Vector first(int count, Object array, Form form) {
    return switch (array) {
      case Value[] values ->
          Vector.typed(count == values.length ? values : Arrays.copyOf(values, count));
      case long[] numbers when count < numbers.length ->
          vector(Arrays.copyOf(numbers, count), form);
      case byte[] flags when count < flags.length -> vector(Arrays.copyOf(flags, count), form);
      case String[] texts when count < texts.length -> vector(Arrays.copyOf(texts, count), form);
      default -> vector(array, form);
    };
  }

  /// The column of the values in an array, which is kept.
  static Vector vector(Object array, Form form) {
    return switch (form.kind()) {
      case NUMBER -> new Numbers((long[]) array, form.scale(), form.isNullable());
      case TEXT -> new Strings((String[]) array);
      case FLAG -> new Flags((byte[]) array);
      case VALUE, NOTHING -> new Plain((Value[]) array);
    };
  }
}
