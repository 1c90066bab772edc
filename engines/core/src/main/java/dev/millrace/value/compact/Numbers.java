package dev.millrace.value.compact;

import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A column of numbers of one scale: eight bytes for each.
final class Numbers implements CompactColumn {
  /// Stands for null; a column with a number that it would stand for is not kept in this form.
  private static final long NULL = Long.MIN_VALUE;

  private static final int LARGEST_SCALE = 18;

  private final long[] unscaled;
  private final int scale;

  private Numbers(long[] unscaled, int scale) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  @Override
  public Value get(int index) {
    long number = unscaled[index];
    return number == NULL ? Null.NULL : Decimal.of(number, scale);
  }

  /// The column of numbers and nulls.
  ///
  /// @return the column, or null when a number does not fit a long of the scale that all need
  static @Nullable Numbers of(Value[] values) {
    int scale = 0;
    for (Value value : values) {
      if (value instanceof Decimal number) {
        scale = Math.max(scale, number.toBigDecimal().scale());
      }
    }
    if (scale > LARGEST_SCALE) {
      return null;
    }
    var unscaled = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      unscaled[i] = NULL;
      if (values[i] instanceof Decimal number) {
        BigDecimal scaled = number.toBigDecimal().setScale(scale);
        if (scaled.unscaledValue().bitLength() >= Long.SIZE) {
          return null;
        }
        unscaled[i] = scaled.unscaledValue().longValue();
        if (unscaled[i] == NULL) {
          return null;
        }
      }
    }
    return new Numbers(unscaled, scale);
  }
}
