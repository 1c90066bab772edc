package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.value.Value;
import java.util.Comparator;

/// The order of the values of a sort key.
public final class KeyOrder {
  private KeyOrder() {}

  /// The order that a sort key asks for.
  public static Comparator<Value> of(SortKey key) {
    boolean isDescending = key.order() == SortOrder.DESCENDING;
    boolean areNullsLast = key.nullOrder() == NullOrder.LAST;
    return (left, right) -> {
      if (left.isNull() || right.isNull()) {
        int nullsFirst = Boolean.compare(right.isNull(), left.isNull());
        return areNullsLast ? -nullsFirst : nullsFirst;
      }
      int ascending = left.compareTo(right);
      return isDescending ? Integer.compare(0, ascending) : ascending;
    };
  }
}
