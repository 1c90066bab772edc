package dev.millrace.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Entries that are being put into order. Used by one thread at a time.
///
/// Where the first `enough` are all that is wanted, at most about twice as many are held, so that n
/// entries cost O(n log enough) and O(enough) memory.
///
/// @param <S> what an entry keeps beside its key
public final class Sorted<S> {
  private static final int LEAST_HELD = 1_024;

  private final Sorting<S> sorting;
  private final long held;
  private List<Entry<S>> entries = new ArrayList<>();

  /// No entries.
  public Sorted(Sorting<S> sorting) {
    this.sorting = sorting;
    long enough = Math.min(sorting.enough(), Integer.MAX_VALUE);
    this.held = Math.max(LEAST_HELD, 2 * enough);
  }

  /// Adds an entry that comes after all that were added.
  public void add(Entry<S> later) {
    entries.add(later);
    if (entries.size() >= held) {
      entries = new ArrayList<>(entries());
    }
  }

  /// Adds entries that come after all that were added.
  public void addAll(List<Entry<S>> later) {
    entries.addAll(later);
  }

  /// As many of the first entries as are enough, in order. The library's merge sort finds runs that
  /// are sorted already and merges them.
  public List<Entry<S>> entries() {
    entries.sort(sorting.order());
    return cut(entries, sorting.enough());
  }

  /// The entries of all blocks as they come out: ranked, and in the order of their places, where
  /// that is asked for.
  ///
  /// @param sorted all entries, in order
  public static <S> List<Entry<S>> completed(Sorting<S> sorting, List<Entry<S>> sorted) {
    Ranking<S> ranking = sorting.ranking();
    List<Entry<S>> ranked = ranking == null ? sorted : ranking.ranked(sorted, 0);
    return sorting.restoresPlaces() ? inPlaces(ranked) : ranked;
  }

  /// At most some of the first entries.
  public static <S> List<Entry<S>> cut(List<Entry<S>> sorted, long count) {
    return sorted.size() <= count ? sorted : List.copyOf(sorted.subList(0, (int) count));
  }

  /// The entries in the order of their places.
  public static <S> List<Entry<S>> inPlaces(List<Entry<S>> entries) {
    var restored = new ArrayList<>(entries);
    restored.sort(Comparator.comparingLong(Entry::place));
    return restored;
  }
}
