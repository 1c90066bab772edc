package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Decimal;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numbers that loops read: longs of one scale, one for each item or one for all.
///
/// @param column the number of each item times 10^`scale`, null where there is one for all
/// @param constant that one times 10^`scale`
/// @param scale 0 to [Numbers#LARGEST_SCALE]
/// @param hasNulls whether the column may have [Numbers#NULL]
@SuppressWarnings("ArrayRecordComponent") // never compared
record Operand(long @Nullable [] column, long constant, int scale, boolean hasNulls) {
  /// A vector as numbers, or null when it has no such form.
  static @Nullable Operand of(Vector vector) {
    return switch (vector) {
      case Numbers(var unscaled, int scale, boolean hasNulls) ->
          new Operand(unscaled, 0, scale, hasNulls);
      case Constant(Decimal number) when number.isCompact() && number.unscaled() != Numbers.NULL ->
          new Operand(null, number.unscaled(), number.scale(), false);
      default -> null;
    };
  }

  /// The first of these numbers in a larger scale; null when one does not fit.
  ///
  /// @param wanted the scale, at least this one
  /// @param size how many
  @Nullable Operand scaled(int wanted, int size) {
    if (wanted == scale) {
      return this;
    }
    long[] own = column == null ? new long[] {constant} : column;
    Numbers scaled = new Numbers(own, scale, hasNulls).scaled(wanted, column == null ? 1 : size);
    if (scaled == null) {
      return null;
    }
    return column == null
        ? new Operand(null, scaled.unscaled()[0], wanted, false)
        : new Operand(scaled.unscaled(), 0, wanted, hasNulls);
  }

  /// The number for all with the other sign.
  Operand negated() {
    return new Operand(null, -constant, scale, false);
  }

  /// One number for each item.
  long[] each(int size) {
    if (column != null) {
      return column;
    }
    var repeated = new long[size];
    Arrays.fill(repeated, constant);
    return repeated;
  }
}
