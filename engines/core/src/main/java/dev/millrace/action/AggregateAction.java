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

  /// Makes one item of all items that agree in some fields. The groups come in the order of their
  /// first members; an item has the key fields, then one field for each aggregate.
  ///
  /// @param by the fields that members agree in; none makes one group of all items
  /// @param into the aggregates by the name of the field that gets each
  record Group(List<String> by, SequencedMap<String, Aggregate> into) implements AggregateAction {}

  /// Keeps one item of all that agree in some keys, in its place.
  ///
  /// @param by the keys, at least one
  /// @param keep which one
  record Deduplicate(List<Expression> by, Keep keep) implements AggregateAction {}

  /// Which of several items with equal keys [Deduplicate] keeps.
  enum Keep {
    /// The first in the order of the feed.
    FIRST
  }
}
