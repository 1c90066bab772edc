package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Aggregate;
import dev.millrace.function.Numbers;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.util.Arrays;

/// Aggregates of all groups at once.
final class GroupLoops {
  private GroupLoops() {}

  /// The aggregates of groups.
  @FunctionalInterface
  interface Results {
    /// The aggregate of a group.
    ///
    /// @throws dev.millrace.function.EvaluationException if it has no value
    Value of(int group);
  }

  /// Aggregates a column.
  static Results of(Aggregate aggregate, KeyColumn column, Identities groups) {
    return switch (aggregate) {
      case Aggregate.Count _ -> {
        long[] counts = counts(column, groups);
        yield group -> Decimal.of(counts[group]);
      }
      case Aggregate.Sum _ -> {
        long[] counts = counts(column, groups);
        GroupSums sums = GroupSums.of(column, groups);
        yield group -> counts[group] == 0 ? Null.NULL : sums.of(group);
      }
      case Aggregate.Avg(_, var scale, var mode) -> {
        long[] counts = counts(column, groups);
        GroupSums sums = GroupSums.of(column, groups);
        yield group ->
            counts[group] == 0
                ? Null.NULL
                : Numbers.divide(sums.of(group), Decimal.of(counts[group]), scale, mode);
      }
      case Aggregate.First _ -> group -> column.get(groups.firsts()[group]);
      case Aggregate.Min _ -> extremes(column, groups, -1);
      case Aggregate.Max _ -> extremes(column, groups, 1);
      case Aggregate.Concat _, Aggregate.CountDistinct _, Aggregate.Implode _ ->
          throw new AssertionError("has no loop: " + aggregate);
    };
  }

  private static long[] counts(KeyColumn column, Identities groups) {
    var counts = new long[groups.firsts().length];
    int[] of = groups.of();
    for (int i = 0; i < of.length; i++) {
      counts[of[i]] += column.isNull(i) ? 0 : 1;
    }
    return counts;
  }

  private static Results extremes(KeyColumn column, Identities groups, int sign) {
    var best = new int[groups.firsts().length];
    Arrays.fill(best, -1);
    int[] of = groups.of();
    for (int i = 0; i < of.length; i++) {
      int before = best[of[i]];
      if (!column.isNull(i) && (before < 0 || Integer.signum(column.compare(i, before)) == sign)) {
        best[of[i]] = i;
      }
    }
    return group -> best[group] < 0 ? Null.NULL : column.get(best[group]);
  }

  /// Exact sums of groups.
  @FunctionalInterface
  interface GroupSums {
    /// The sum of a group.
    ///
    /// @throws dev.millrace.function.EvaluationException if it has too many digits
    Decimal of(int group);

    /// The sums of a column of numbers.
    static GroupSums of(KeyColumn column, Identities groups) {
      return column instanceof KeyColumn.OfNumbers numbers
          ? sums(numbers, groups)
          : bigSums(column, groups);
    }

    private static GroupSums sums(KeyColumn.OfNumbers column, Identities groups) {
      var sums = new long[groups.firsts().length];
      long[] numbers = column.numbers();
      int[] of = groups.of();
      long failed = 0;
      for (int i = 0; i < of.length; i++) {
        if (!column.isNull(i)) {
          long before = sums[of[i]];
          long sum = before + numbers[i];
          sums[of[i]] = sum;
          failed |= (before ^ sum) & (numbers[i] ^ sum);
        }
      }
      return failed < 0
          ? bigSums(column, groups)
          : group -> Decimal.of(BigDecimal.valueOf(sums[group], column.scale()));
    }

    private static GroupSums bigSums(KeyColumn column, Identities groups) {
      var sums = new BigDecimal[groups.firsts().length];
      Arrays.fill(sums, BigDecimal.ZERO);
      int[] of = groups.of();
      for (int i = 0; i < of.length; i++) {
        if (column.get(i) instanceof Decimal number) {
          sums[of[i]] = sums[of[i]].add(number.toBigDecimal());
        }
      }
      return group -> Numbers.exactly(() -> Decimal.of(sums[group]));
    }
  }
}
