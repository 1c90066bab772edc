package dev.millrace.vector;

import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// A column of numbers of one scale: eight bytes for each.
///
/// @param unscaled the numbers times 10^`scale`; [#NULL] for null
/// @param scale 0 to [#LARGEST_SCALE]
/// @param hasNulls whether any of them may be null
@SuppressWarnings("ArrayRecordComponent") // a vector is its array, and is never compared
public record Numbers(long[] unscaled, int scale, boolean hasNulls) implements Vector {
  /*
   * A value that stands for null, and not a bit for each value: loops read one array, and where no
   * number is null they are the loops over longs that the compiler makes vector instructions of. A
   * column with the one number that it would stand for is not kept in this form.
   */
  /// Stands for null.
  public static final long NULL = Long.MIN_VALUE;

  /// The largest scale.
  public static final int LARGEST_SCALE = 18;

  private static final long[] POWERS = powers();

  private static long[] powers() {
    var powers = new long[LARGEST_SCALE + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  @Override
  public Value get(int index) {
    long number = unscaled[index];
    return number == NULL ? Null.NULL : Decimal.of(number, scale);
  }

  @Override
  public Vector gather(int[] places, int size) {
    return gather(places, size, new long[size]);
  }

  /// The same.
  ///
  /// @param into where the numbers go, which is kept
  public Numbers gather(int[] places, int size, long[] into) {
    for (int i = 0; i < size; i++) {
      into[i] = unscaled[places[i]];
    }
    return new Numbers(into, scale, hasNulls);
  }

  /// The first of these numbers in a larger scale.
  ///
  /// @param wanted the scale, at least this one
  /// @param size how many
  /// @return the column, or null when a number does not fit
  public @Nullable Numbers scaled(int wanted, int size) {
    if (wanted == scale) {
      return this;
    }
    if (wanted > LARGEST_SCALE) {
      return null;
    }
    long factor = POWERS[wanted - scale];
    var scaled = new long[size];
    for (int i = 0; i < size; i++) {
      long number = unscaled[i];
      if (number == NULL) {
        scaled[i] = NULL;
      } else {
        scaled[i] = number * factor;
        if (!fits(number, factor, scaled[i])) {
          return null;
        }
      }
    }
    return new Numbers(scaled, wanted, hasNulls);
  }

  /// Whether a product is that of two longs, and not what stands for null.
  public static boolean fits(long left, long right, long product) {
    return Math.multiplyHigh(left, right) == product >> (Long.SIZE - 1) && product != NULL;
  }

  /// The column of numbers and nulls.
  ///
  /// @return the column, or null when there is another value, or a number does not fit a long of
  ///   the scale that all need
  static @Nullable Numbers of(Value[] values) {
    int scale = 0;
    boolean hasNulls = false;
    for (Value value : values) {
      if (value instanceof Decimal number && number.isCompact()) {
        scale = Math.max(scale, number.scale());
      } else if (value instanceof Null) {
        hasNulls = true;
      } else {
        return null;
      }
    }
    var unscaled = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      unscaled[i] = NULL;
      if (values[i] instanceof Decimal number) {
        long factor = POWERS[scale - number.scale()];
        unscaled[i] = number.unscaled() * factor;
        if (!fits(number.unscaled(), factor, unscaled[i])) {
          return null;
        }
      }
    }
    return new Numbers(unscaled, scale, hasNulls);
  }
}
