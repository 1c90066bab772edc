package dev.millrace.evaluator.eager;

import dev.millrace.engine.ItemError;
import java.util.List;

/// What happened at a place of a list of items: an item, an error that was noted, or the error that
/// ended the list. What comes after an end is never needed.
sealed interface Event {
  /// An item.
  ///
  /// @param item the item
  record Item(dev.millrace.feed.Item item) implements Event {}

  /// An error of an item that was nulled or dropped.
  ///
  /// @param error the error
  record Noted(ItemError error) implements Event {}

  /// The error that ends the list, where the policy is to fail.
  ///
  /// @param error the error
  record End(ItemError error) implements Event {}

  /// Whether the last of some events is the end.
  static boolean hasEnded(List<Event> events) {
    return !events.isEmpty() && events.getLast() instanceof End;
  }
}
