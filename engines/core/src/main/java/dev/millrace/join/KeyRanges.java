package dev.millrace.join;

import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.Sorted;
import dev.millrace.pipeline.Sorting;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Sorted runs, cut into ranges at sampled keys; each range is joined by its own task.
///
/// Runs of a folding are sorted by their keys first, each by its own task, and what comes out of
/// the ranges is brought back to the places. Where entries are folded or ranked, equal keys never
/// straddle a boundary; a plain sort may be cut between equal keys, so that no distribution of keys
/// makes a range long.
///
/// Work O(n log n), span O(runs + n / ranges · log n): no task touches all entries.
///
/// @param <S> what an entry keeps beside its key
final class KeyRanges<S> implements Joining<S> {
  private final Aggregation<S> aggregation;
  private final TaskGraph graph;
  private final List<Task<Block<S>>> runs = new ArrayList<>();
  private final List<Task<Block<S>>> sorted = new ArrayList<>();

  /// Ranges without runs.
  KeyRanges(Aggregation<S> aggregation, TaskGraph graph) {
    this.aggregation = aggregation;
    this.graph = graph;
  }

  @Override
  public void add(Task<Block<S>> run) {
    runs.add(run);
    if (runs.size() > 1) {
      while (sorted.size() < runs.size()) {
        sorted.add(sorted(runs.get(sorted.size())));
      }
    }
  }

  @Override
  public List<Task<Block<S>>> end() {
    int count = Ranges.count(runs.size());
    return switch (aggregation) {
      case Folding<S> folding -> {
        if (runs.size() <= 1) {
          yield List.copyOf(runs);
        }
        var ranges = new Ranges<S>(graph, byKey(), pieces -> fold(folding, pieces));
        yield new Places(graph, runs.size()).restore(ranges.plan(sorted, count));
      }
      case Sorting<S> sorting -> {
        List<Task<Block<S>>> joined =
            runs.size() <= 1 ? runs : ranges(sorting, graph).plan(sorted, count);
        yield Completion.plan(sorting, graph, List.copyOf(joined), runs.size());
      }
    };
  }

  /// Ranges of a sorting.
  static <S> Ranges<S> ranges(Sorting<S> sorting, TaskGraph graph) {
    return new Ranges<>(
        graph,
        sorting.ranking() == null ? sorting.strictOrder() : sorting.order(),
        pieces -> {
          var all = new Sorted<>(sorting);
          pieces.forEach(all::addAll);
          return all.entries();
        });
  }

  private Task<Block<S>> sorted(Task<Block<S>> run) {
    return switch (aggregation) {
      case Folding<S> _ ->
          graph.after(
              List.of(run),
              () -> {
                var entries = new ArrayList<>(run.result().entries());
                entries.sort(byKey());
                return Block.of(entries);
              });
      case Sorting<S> _ -> run;
    };
  }

  private static <S> Comparator<Entry<S>> byKey() {
    return Comparator.comparing(Entry::key);
  }

  /// Folds neighbours with equal keys. The pieces are in the order of the runs and the sort is
  /// stable, so an earlier entry stands before a later one.
  private static <S> List<Entry<S>> fold(Folding<S> folding, List<List<Entry<S>>> pieces) {
    var all = new ArrayList<Entry<S>>();
    pieces.forEach(all::addAll);
    all.sort(byKey());
    var folded = new ArrayList<Entry<S>>();
    for (Entry<S> entry : all) {
      if (!folded.isEmpty() && folded.getLast().key().equals(entry.key())) {
        folded.add(folding.fold(folded.removeLast(), entry));
      } else {
        folded.add(entry);
      }
    }
    return folded;
  }
}
