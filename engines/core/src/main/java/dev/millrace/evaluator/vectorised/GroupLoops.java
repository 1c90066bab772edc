package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Aggregate;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import dev.millrace.vector.Addresses;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Strings;
import dev.millrace.vector.Vector;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Aggregates of all groups at once: vectors with a value for each group's number. A value that
/// there is not, since it has too many digits, is an error when it is asked for.
///
/// @param items the items
/// @param groups which of them make a group
/// @param addresses where the items lie
/// @param firsts the address of the first item of each group
@SuppressWarnings("ArrayRecordComponent") // never compared
record GroupLoops(KeyedItems items, Identities groups, Addresses addresses, long[] firsts) {
  /// The aggregates of some groups.
  static GroupLoops of(KeyedItems items, Identities groups) {
    var addresses = Addresses.of(items.places().starts());
    return new GroupLoops(items, groups, addresses, firsts(groups, addresses));
  }

  /// Aggregates a column.
  ///
  /// @param column which of the items' keys
  Vector of(Aggregate aggregate, int column) {
    return switch (aggregate) {
      case Aggregate.Count _ -> new Numbers(counts(column), 0, false);
      case Aggregate.Sum _ -> new GroupSums(items, groups, column).of(counts(column));
      case Aggregate.Avg(_, var scale, var mode) -> {
        long[] counts = counts(column);
        Vector sums = new GroupSums(items, groups, column).of(counts);
        yield Vector.viewed(group -> average(sums.get(group), counts[group], scale, mode));
      }
      case Aggregate.First _ -> first(column);
      case Aggregate.Min _ -> extremes(KeyColumn.of(items, column), -1);
      case Aggregate.Max _ -> extremes(KeyColumn.of(items, column), 1);
      case Aggregate.Concat _, Aggregate.CountDistinct _, Aggregate.Implode _ ->
          throw new AssertionError("has no loop: " + aggregate);
    };
  }

  /// The values of a column in the first items of the groups.
  Vector first(int column) {
    Vector[] parts = items.keys().stream().map(keys -> keys[column]).toArray(Vector[]::new);
    return Vector.scattered(parts, addresses, firsts, 0);
  }

  private static long[] firsts(Identities groups, Addresses addresses) {
    var firsts = new long[groups.sizes().length];
    int piece = 0;
    for (int group : groups.inOrder()) {
      int first = groups.firsts()[group];
      while (first >= addresses.starts()[piece + 1]) {
        piece++;
      }
      firsts[group] = addresses.of(piece, first);
    }
    return firsts;
  }

  /// For each group how many values of a column are not null.
  private long[] counts(int column) {
    var counts = new long[groups.sizes().length];
    if (items.keys().stream().noneMatch(keys -> mayHaveNull(keys[column]))) {
      Arrays.setAll(counts, group -> groups.sizes()[group]);
      return counts;
    }
    for (int i = 0; i < items.pieces().size(); i++) {
      Vector values = items.keys().get(i)[column];
      int[] of = groups.of()[i];
      int size = items.pieces().get(i).size();
      for (int j = 0; j < size; j++) {
        counts[of[j]] += isNull(values, j) ? 0 : 1;
      }
    }
    return counts;
  }

  private static boolean mayHaveNull(Vector values) {
    return switch (values) {
      case Constant(var value) -> value.isNull();
      case Numbers(_, _, boolean hasNulls) -> hasNulls;
      default -> true;
    };
  }

  private static boolean isNull(Vector values, int index) {
    return switch (values) {
      case Numbers(var numbers, _, _) -> numbers[index] == Numbers.NULL;
      case Strings(var texts) -> texts[index] == null;
      default -> values.get(index).isNull();
    };
  }

  private static Value average(
      Value sum, long count, @Nullable Integer scale, @Nullable RoundingMode mode) {
    return sum instanceof Decimal number
        ? dev.millrace.function.Numbers.divide(number, Decimal.of(count), scale, mode)
        : Null.NULL;
  }

  private Vector extremes(KeyColumn column, int sign) {
    var best = new int[groups.sizes().length];
    Arrays.fill(best, -1);
    int next = 0;
    for (int i = 0; i < items.pieces().size(); i++) {
      int size = items.pieces().get(i).size();
      for (int j = 0; j < size; j++) {
        int group = groups.of()[i][j];
        int before = best[group];
        boolean isBetter =
            !column.isNull(next)
                && (before < 0 || Integer.signum(column.compare(next, before)) == sign);
        best[group] = isBetter ? next : before;
        next++;
      }
    }
    return Vector.viewed(group -> best[group] < 0 ? Null.NULL : column.get(best[group]));
  }
}
