package dev.millrace.action;

import dev.millrace.expression.Expression;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Actions that go through the items one after another, in order: no two items at the same time.
public sealed interface OrderedAction extends Action {
  /// Keeps the first items. Items beyond them are not evaluated by the actions before, as far as
  /// any error or result shows.
  ///
  /// @param count how many at the most
  record Limit(long count) implements OrderedAction {}

  /// Numbers the items in order.
  ///
  /// @param field the field that gets the number
  /// @param start the first number, 1 when absent
  record RowNumber(String field, @Nullable Long start) implements OrderedAction {}

  /// Keeps a running value: each item's new value is made from the item and the value of the item
  /// before.
  ///
  /// @param field the field that gets the running value
  /// @param start the value before the first item
  /// @param step the next value; the variable `previous` stands for the value before
  record Scan(String field, Value start, Expression step) implements OrderedAction {
    /// The variable that stands for the running value.
    public static final String PREVIOUS = "previous";
  }
}
