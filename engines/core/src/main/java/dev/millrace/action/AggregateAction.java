package dev.millrace.action;

import dev.millrace.expression.Expression;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Actions that bring items together and therefore need them all before the first comes out.
public sealed interface AggregateAction extends Action {
  /// Sorts the items by keys, the first key first. Stable: items with equal keys keep their order.
  ///
  /// @param keys the keys, at least one
  record Sort(List<SortKey> keys) implements AggregateAction {}

  /// Keeps the items that come first when all are sorted, in that order: the beginning of what
  /// [Sort] gives, in less time and memory.
  ///
  /// @param count how many at the most
  /// @param by the keys, at least one
  record Top(long count, List<SortKey> by) implements AggregateAction {}

  /// Gives each item its rank among all by some keys; the items keep their places. Items with equal
  /// keys share a rank.
  ///
  /// @param field the field that gets the rank, 1 for the first
  /// @param by the keys, at least one
  /// @param dense whether the ranks have no gaps, false when absent: a rank is then one more than
  ///   the number of items before it, as in competitions
  record Rank(String field, List<SortKey> by, @Nullable Boolean dense) implements AggregateAction {}

  /// What items are sorted by.
  ///
  /// @param by the key
  /// @param order ascending when absent
  /// @param nullOrder whether null keys come first or last, whatever the order; first when absent
  record SortKey(Expression by, @Nullable SortOrder order, @Nullable NullOrder nullOrder) {}

  /// The direction of a sort.
  enum SortOrder {
    /// Smallest first.
    ASCENDING,
    /// Largest first.
    DESCENDING
  }

  /// Where null keys stand in a sort.
  enum NullOrder {
    /// Before all others.
    FIRST,
    /// After all others.
    LAST
  }

  /// Turns the order of the items round: the last comes first.
  record Reverse() implements AggregateAction {}

  /// Keeps the last items, in their order.
  ///
  /// @param count how many at the most
  record Tail(long count) implements AggregateAction {}

  /// Makes one item of all items that agree in some fields. The groups come in the order of their
  /// first members; an item has the key fields, then one field for each aggregate.
  ///
  /// @param by the fields that members agree in; none makes one group of all items
  /// @param into the aggregates by the name of the field that gets each
  record Group(List<String> by, SequencedMap<String, Aggregate> into) implements AggregateAction {}

  /// Counts the different values of all items that agree in some fields. There comes one item for
  /// each group, in the order of their first members: the key fields, then the count.
  ///
  /// @param of the value; null ones do not count
  /// @param by the fields that members agree in; none makes one group of all items
  /// @param into the field that gets the count
  record CountDistinct(Expression of, List<String> by, String into) implements AggregateAction {}

  /// Makes one item of all that agree in some keys, with the list of their values in a field: the
  /// first of them otherwise, and in the order of the first ones. What [ItemAction.Explode] made of
  /// an item becomes one again, if the keys tell the items apart.
  ///
  /// @param field the field whose values make the list, null ones too
  /// @param by the keys, at least one
  /// @param into the field that gets the list, `field` itself when absent
  record Implode(String field, List<Expression> by, @Nullable String into)
      implements AggregateAction {}

  /// Keeps one item of all that agree in some keys, or none of them, in its place.
  ///
  /// @param by the keys, at least one
  /// @param keep which one
  /// @param of what [Keep#MIN] and [Keep#MAX] compare; the others have none
  record Deduplicate(List<Expression> by, Keep keep, @Nullable Expression of)
      implements AggregateAction {}

  /// Which of several items with equal keys [Deduplicate] keeps.
  enum Keep {
    /// The first in the order of the feed.
    FIRST,
    /// The last in the order of the feed.
    LAST,
    /// The one with the smallest value, the earliest of several. A null value is kept only if all
    /// are.
    MIN,
    /// The one with the largest value, the earliest of several. A null value is kept only if all
    /// are.
    MAX,
    /// None of them: only items whose keys no other item has are kept.
    NONE
  }
}
