package dev.millrace.action;

import dev.millrace.expression.Expression;
import dev.millrace.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions that go through the items one after another, in order: no two items at the same time.
public sealed interface OrderedAction extends Action {
  /// Keeps the first items. Items beyond them are not evaluated by the actions before, as far as
  /// any error or result shows.
  ///
  /// @param count how many at the most
  record Limit(long count) implements OrderedAction {}

  /// Keeps the items before the first one for which a condition is not true; a null one counts as
  /// false. Items behind that one are not evaluated by the actions before, as far as any error or
  /// result shows.
  ///
  /// @param condition the condition
  record LimitWhile(Expression condition) implements OrderedAction {}

  /// Keeps the first items of each key. Memory O(keys).
  ///
  /// @param by the keys, at least one
  /// @param count how many at the most
  record LimitPer(List<Expression> by, long count) implements OrderedAction {}

  /// Leaves out the first items. They are evaluated by the actions before, and their errors count.
  ///
  /// @param count how many
  record Skip(long count) implements OrderedAction {}

  /// Leaves out the items before the first one for which a condition is not true; a null one counts
  /// as false. For the items behind that one it is not evaluated.
  ///
  /// @param condition the condition
  record SkipWhile(Expression condition) implements OrderedAction {}

  /// Gives fields that are null the value of the item before, which may have been given to it in
  /// the same way. Before the first value that is not null, they stay null.
  ///
  /// @param fields their names
  record FillDown(List<String> fields) implements OrderedAction {}

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
