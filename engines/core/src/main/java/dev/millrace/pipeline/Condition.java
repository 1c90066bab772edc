package dev.millrace.pipeline;

import dev.millrace.feed.Item;

/// Chooses the branch of an item.
@FunctionalInterface
public interface Condition {
  /// Where an item goes.
  enum Branch {
    /// Through the first branch.
    THEN,
    /// Through the second branch.
    OTHERWISE,
    /// Nowhere: the condition has no value and the policy is to drop.
    DROPPED
  }

  /// The branch of an item.
  Branch of(Item item, Ledger ledger);
}
