package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import org.jspecify.annotations.Nullable;

/// Brings items together: a run of entries for each chunk, in parallel, then joins of the runs.
///
/// This is the description alone; [Aggregated] makes the runs and `dev.millrace.join` joins them.
/// The result does not depend on how the items were cut into chunks, nor on the shape of the joins.
///
/// @param <S> what an entry keeps beside its key
public sealed interface Aggregation<S> permits Folding, Sorting {
  /// Drains a stream, giving each item's key and state in the order of the items. Items that are
  /// dropped for an error give nothing.
  void each(ItemStream in, Ledger ledger, Collector<S> into);

  /// The item of an entry when all is joined; null when it has an error and the policy is to drop.
  @Nullable Item item(Entry<S> entry, Ledger ledger);

  /// Whether an entry comes out when all is joined.
  default boolean survives(Entry<S> entry) {
    return true;
  }

  /// Whether an item that does not come out became part of another one; else it was left out.
  default boolean isMerging() {
    return false;
  }

  /// Takes what the items of a chunk give.
  ///
  /// @param <S> what an entry keeps beside its key
  @FunctionalInterface
  interface Collector<S> {
    /// Takes the key and the state of the next item.
    void add(Key key, S state);
  }
}
