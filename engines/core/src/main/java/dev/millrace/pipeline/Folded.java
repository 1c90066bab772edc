package dev.millrace.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Entries folded by their keys, in the order of their places: a hash table whose order is that of
/// insertion. Used by one thread at a time.
///
/// @param <S> what an entry keeps beside its key
public final class Folded<S> {
  /*
   * An entry that is added comes after all that are there. Folded with one of them it either takes
   * on the place of that one and stays there, or keeps its own place, which is the last. So the
   * order of the table is always that of the places, and nothing is ever sorted.
   */
  private static final int ENTRIES_BETWEEN_CHECKS = 1_024;

  private final Folding<S> folding;
  private final SequencedMap<Key, Entry<S>> entries = new LinkedHashMap<>();

  /// No entries.
  public Folded(Folding<S> folding) {
    this.folding = folding;
  }

  /// The entries of a run or of another table.
  public static <S> Folded<S> of(Folding<S> folding, List<Entry<S>> entries) {
    var folded = new Folded<>(folding);
    entries.forEach(folded::add);
    return folded;
  }

  /// Adds an entry that comes after all that were added. O(1).
  public void add(Entry<S> later) {
    Entry<S> earlier = entries.putIfAbsent(later.key(), later);
    if (earlier != null) {
      long place = earlier.place();
      Entry<S> both = folding.fold(earlier, later);
      if (both.place() == place) {
        entries.put(both.key(), both);
      } else {
        entries.putLast(both.key(), both);
      }
    }
  }

  /// Adds all entries of another table, which come after all that were added here. O(the other).
  ///
  /// @param checkpoint called now and then; it throws to end the join early
  public Folded<S> join(Folded<S> later, Runnable checkpoint) {
    int untilCheck = 0;
    for (Entry<S> entry : later.entries.values()) {
      if (untilCheck-- == 0) {
        checkpoint.run();
        untilCheck = ENTRIES_BETWEEN_CHECKS;
      }
      add(entry);
    }
    return this;
  }

  /// The entries, in the order of their places.
  public List<Entry<S>> entries() {
    return new ArrayList<>(entries.values());
  }
}
