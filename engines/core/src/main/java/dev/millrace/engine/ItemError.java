package dev.millrace.engine;

import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import java.util.Comparator;
import java.util.Objects;

/// An item for which an expression has no value.
///
/// @param row the index of the feed's item, counted from 0; items of second feeds come after, see
///   [dev.millrace.action.Action.Union]
/// @param path the failed expression's place in the plan, such as
///   `actions[2].set.price.parse_number`
/// @param message what is wrong
public record ItemError(long row, String path, String message) implements Comparable<ItemError> {
  private static final Comparator<ItemError> ORDER =
      Comparator.comparingLong(ItemError::row)
          .thenComparing(ItemError::path)
          .thenComparing(ItemError::message);

  /// The error of an item whose expression has no value.
  ///
  /// @param item the item
  /// @param path the expression's place in the plan
  /// @param whole the expression
  /// @param failure what went wrong inside it
  public static ItemError of(
      Item item, String path, Expression whole, EvaluationException failure) {
    Expression part = failure.where();
    String message = Objects.requireNonNullElse(failure.getMessage(), "no value");
    if (part == null) {
      return new ItemError(item.row(), path, message);
    }
    String inside = Objects.requireNonNullElse(Construct.pathTo(part, whole), "");
    return new ItemError(
        item.row(), path + inside + "." + Construct.name(part.getClass()), message);
  }

  @Override
  public int compareTo(ItemError other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "item " + row + " (counted from 0): " + path + ": " + message;
  }
}
