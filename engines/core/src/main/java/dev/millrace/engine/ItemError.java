package dev.millrace.engine;

import java.util.Comparator;

/// An item for which an expression has no value.
///
/// @param row the index of the feed's item, counted from 0
/// @param path the failed expression's place in the plan, such as
///   `actions[2].set.price.parse_number`
/// @param message what is wrong
public record ItemError(long row, String path, String message) implements Comparable<ItemError> {
  private static final Comparator<ItemError> ORDER =
      Comparator.comparingLong(ItemError::row)
          .thenComparing(ItemError::path)
          .thenComparing(ItemError::message);

  @Override
  public int compareTo(ItemError other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "item " + row + " (counted from 0): " + path + ": " + message;
  }
}
