package dev.millrace.action;

import dev.millrace.expression.Expression;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What [AggregateAction.Group] makes of the members of a group. All but `first` and `implode` pass
/// over nulls.
public sealed interface Aggregate {
  /// What is aggregated.
  Expression of();

  /// How many members have a value that is not null; a constant counts them all.
  ///
  /// @param of the value
  record Count(Expression of) implements Aggregate {}

  /// The exact sum, null when there is none to add.
  ///
  /// @param of the number
  record Sum(Expression of) implements Aggregate {}

  /// The smallest value in the total order, null when there is none.
  ///
  /// @param of the value
  record Min(Expression of) implements Aggregate {}

  /// The largest value in the total order, null when there is none.
  ///
  /// @param of the value
  record Max(Expression of) implements Aggregate {}

  /// The exact sum divided by the count and rounded, null when there is none.
  ///
  /// @param of the number
  /// @param scale how many decimals are kept, 6 when absent
  /// @param mode how the last is rounded, half even when absent
  record Avg(Expression of, @Nullable Integer scale, @Nullable RoundingMode mode)
      implements Aggregate {}

  /// The first member's value, null included.
  ///
  /// @param of the value
  record First(Expression of) implements Aggregate {}

  /// The values written as texts in the members' order, a separator between; null when there is
  /// none.
  ///
  /// @param of the value
  /// @param separator what stands between, a comma when absent
  record Concat(Expression of, @Nullable String separator) implements Aggregate {}

  /// How many different values there are that are not null.
  ///
  /// @param of the value
  record CountDistinct(Expression of) implements Aggregate {}

  /// The list of all values in the members' order, null ones too.
  ///
  /// @param of the value
  record Implode(Expression of) implements Aggregate {}
}
