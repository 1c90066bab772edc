package dev.millrace.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How entries are ranked in an order: equal keys share a rank.
///
/// @param order the order of the keys
/// @param isDense whether ranks follow each other without gaps; else a rank is one more than the
///   number of entries before its key, as in competitions
/// @param setter gives a state its rank
/// @param <S> what an entry keeps beside its key
public record Ranking<S>(Comparator<Entry<S>> order, boolean isDense, Setter<S> setter) {
  /// Gives a state its rank.
  ///
  /// @param <S> the state
  @FunctionalInterface
  public interface Setter<S> {
    /// A state like another, with a rank.
    S with(S state, long rank);
  }

  /// By how much the ranks of what comes after some entries are higher for them. O(1) unless dense.
  ///
  /// @param sorted all entries of some neighbouring keys, in order
  public long width(List<Entry<S>> sorted) {
    if (!isDense) {
      return sorted.size();
    }
    long keys = 0;
    for (int i = 0; i < sorted.size(); i++) {
      keys += begins(sorted, i) ? 1 : 0;
    }
    return keys;
  }

  /// Some entries with their ranks. O(entries).
  ///
  /// @param sorted all entries of some neighbouring keys, in order
  /// @param before the width of all that come before
  public List<Entry<S>> ranked(List<Entry<S>> sorted, long before) {
    var ranked = new ArrayList<Entry<S>>(sorted.size());
    long rank = before;
    for (int i = 0; i < sorted.size(); i++) {
      if (begins(sorted, i)) {
        rank = isDense ? rank + 1 : before + i + 1;
      }
      Entry<S> entry = sorted.get(i);
      ranked.add(entry.with(setter.with(entry.state(), rank)));
    }
    return ranked;
  }

  private boolean begins(List<Entry<S>> sorted, int i) {
    return i == 0 || order.compare(sorted.get(i - 1), sorted.get(i)) != 0;
  }
}
