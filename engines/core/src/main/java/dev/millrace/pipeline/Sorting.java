package dev.millrace.pipeline;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An aggregation that puts all entries into an order. Stable: entries that the order does not tell
/// apart stay in the order of their places.
///
/// @param <S> what an entry keeps beside its key
public non-sealed interface Sorting<S> extends Aggregation<S> {
  /// The order of the keys; 0 for entries with equal ones.
  Comparator<Entry<S>> order();

  /// How many of the first entries are enough; runs and joins leave out the others as early as they
  /// can.
  default long enough() {
    return Long.MAX_VALUE;
  }

  /// What each entry gets from its rank in the order; null when nothing.
  default @Nullable Ranking<S> ranking() {
    return null;
  }

  /// Whether the entries come out in the order of their places after all, once they were cut and
  /// ranked.
  default boolean restoresPlaces() {
    return false;
  }

  /// The order without ties: by keys, then by place.
  default Comparator<Entry<S>> strictOrder() {
    return order().thenComparingLong(Entry::place);
  }
}
