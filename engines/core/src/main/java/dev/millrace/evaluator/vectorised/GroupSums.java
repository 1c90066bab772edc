package dev.millrace.evaluator.vectorised;

import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Vector;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Exact sums of groups: of longs of one scale, or, where these are not enough, of decimals.
final class GroupSums {
  private static final int NO_SCALE = -1;

  private final Identities groups;
  private final Vector[] columns;
  private final int[] sizes;

  /// The sums of a column.
  ///
  /// @param column which of the items' keys
  GroupSums(KeyedItems items, Identities groups, int column) {
    this.groups = groups;
    this.sizes = items.pieces().stream().mapToInt(List::size).toArray();
    this.columns = new Vector[sizes.length];
    Arrays.setAll(columns, i -> Lifted.spread(items.keys().get(i)[column], sizes[i]));
  }

  /// The sum of each group.
  ///
  /// @param counts how many numbers each has; the sum of none is null
  Vector of(long[] counts) {
    int scale = scale();
    long[] sums = scale == NO_SCALE ? null : sums(scale);
    if (sums == null) {
      return bigSums(counts);
    }
    for (int group : groups.inOrder()) {
      sums[group] = counts[group] == 0 ? Numbers.NULL : sums[group];
    }
    return new Numbers(sums, scale, true);
  }

  /// The largest scale of the numbers; [#NO_SCALE] when some are not longs of a scale.
  private int scale() {
    int scale = 0;
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] instanceof Numbers numbers) {
        scale = Math.max(scale, numbers.scale());
      } else if (!hasOnlyNulls(i)) {
        return NO_SCALE;
      }
    }
    return scale;
  }

  private boolean hasOnlyNulls(int piece) {
    for (int i = 0; i < sizes[piece]; i++) {
      if (!columns[piece].get(i).isNull()) {
        return false;
      }
    }
    return true;
  }

  /// The sums times 10^scale; null when one on the way to them is beyond a long, or what stands for
  /// null.
  private long @Nullable [] sums(int scale) {
    var sums = new long[groups.sizes().length];
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] instanceof Numbers numbers) {
        Numbers scaled = numbers.scaled(scale, sizes[i]);
        if (scaled == null || !add(scaled, groups.of()[i], sizes[i], sums)) {
          return null;
        }
      }
    }
    for (long sum : sums) {
      if (sum == Numbers.NULL) {
        return null;
      }
    }
    return sums;
  }

  /// Adds numbers to the sums of their groups, and tells whether all of these fit.
  private static boolean add(Numbers numbers, int[] of, int size, long[] sums) {
    return numbers.hasNulls()
        ? addPresent(numbers.unscaled(), of, size, sums)
        : addAll(numbers.unscaled(), of, size, sums);
  }

  private static boolean addAll(long[] numbers, int[] of, int size, long[] sums) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      long before = sums[of[i]];
      long sum = before + numbers[i];
      sums[of[i]] = sum;
      failed |= (before ^ sum) & (numbers[i] ^ sum);
    }
    return failed >= 0;
  }

  private static boolean addPresent(long[] numbers, int[] of, int size, long[] sums) {
    long failed = 0;
    for (int i = 0; i < size; i++) {
      if (numbers[i] != Numbers.NULL) {
        long before = sums[of[i]];
        long sum = before + numbers[i];
        sums[of[i]] = sum;
        failed |= (before ^ sum) & (numbers[i] ^ sum);
      }
    }
    return failed >= 0;
  }

  private Vector bigSums(long[] counts) {
    var sums = new BigDecimal[groups.sizes().length];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < sizes[i]; j++) {
        if (columns[i].get(j) instanceof Decimal number) {
          int group = groups.of()[i][j];
          sums[group] = sums[group].add(number.toBigDecimal());
        }
      }
    }
    return Vector.viewed(group ->
        counts[group] == 0
            ? Null.NULL
            : dev.millrace.function.Numbers.exactly(() -> Decimal.of(sums[group])));
  }
}
