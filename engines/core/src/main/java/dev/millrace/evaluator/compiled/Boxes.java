package dev.millrace.evaluator.compiled;

import dev.millrace.function.Require;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import org.jspecify.annotations.Nullable;

/// What generated code calls to make values, and to look into them.
final class Boxes {
  private Boxes() {}

  /// Null.
  static Value absent() {
    return Null.NULL;
  }

  /// A number of a scale.
  static Value number(long unscaled, int scale) {
    return unscaled == Numbers.NULL ? Null.NULL : Decimal.of(unscaled, scale);
  }

  /// A text.
  static Value text(@Nullable String text) {
    return text == null ? Null.NULL : Text.of(text);
  }

  /// A boolean.
  static Value flag(int flag) {
    return flag == Flags.NULL ? Null.NULL : Bool.of(flag == 1);
  }

  /// A number in a scale, null of null.
  ///
  /// @throws Unfit if it does not fit a long of that scale
  /// @throws dev.millrace.function.EvaluationException if the value is another
  static long numberOf(Value value, int scale) {
    if (value.isNull()) {
      return Numbers.NULL;
    }
    Decimal number = Require.number(value);
    if (!number.isCompact()) {
      throw new Unfit(Layout.BOXED);
    }
    if (number.scale() > scale) {
      throw new Unfit(number.scale());
    }
    long factor = Longs.power(scale - number.scale());
    long scaled = number.unscaled() * factor;
    if (!Numbers.fits(number.unscaled(), factor, scaled)) {
      throw new Unfit(Layout.BOXED);
    }
    return scaled;
  }

  /// The characters of a text, the null pointer of null.
  ///
  /// @throws dev.millrace.function.EvaluationException if the value is another
  static @Nullable String textOf(Value value) {
    return value.isNull() ? null : Require.text(value);
  }
}
