package dev.millrace.join;

import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Ranking;
import dev.millrace.pipeline.Sorted;
import dev.millrace.pipeline.Sorting;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayList;
import java.util.List;

/// What a sorting does with entries that are in order: leaves out those beyond enough, ranks them,
/// brings them back to their places.
///
/// Each block is completed by its own task, which needs no more of the blocks before than how wide
/// they are. Work O(n), or O(n log n) where places are restored; span that of one block.
///
/// @param sorting the sorting
/// @param graph where tasks are added
/// @param <S> what an entry keeps beside its key
record Completion<S>(Sorting<S> sorting, TaskGraph graph) {
  /// Plans the completion of blocks that one after another have all entries in order.
  ///
  /// @param runs how many runs the entries come from
  static <S> List<Task<Block<S>>> plan(
      Sorting<S> sorting, TaskGraph graph, List<Task<Block<S>>> sorted, int runs) {
    if (sorted.isEmpty()) {
      return sorted;
    }
    var completion = new Completion<>(sorting, graph);
    boolean isCut = sorted.size() > 1 && sorting.enough() < Long.MAX_VALUE;
    List<Task<Block<S>>> ranked =
        isCut || sorting.ranking() != null ? completion.eachAfterTheWidths(sorted) : sorted;
    return sorting.restoresPlaces() ? new Places(graph, runs).restore(ranked) : ranked;
  }

  private List<Task<Block<S>>> eachAfterTheWidths(List<Task<Block<S>>> sorted) {
    var widths = new ArrayList<Task<Long>>();
    var completed = new ArrayList<Task<Block<S>>>();
    for (Task<Block<S>> block : sorted) {
      List<Task<Long>> before = List.copyOf(widths);
      var needed = new ArrayList<Task<?>>(before);
      needed.add(block);
      completed.add(graph.after(needed, () -> complete(block.result(), before)));
      if (completed.size() < sorted.size()) {
        widths.add(graph.after(List.of(block), () -> width(block.result().entries())));
      }
    }
    return completed;
  }

  private long width(List<Entry<S>> entries) {
    Ranking<S> ranking = sorting.ranking();
    return ranking == null ? entries.size() : ranking.width(entries);
  }

  private Block<S> complete(Block<S> block, List<Task<Long>> widths) {
    long before = widths.stream().mapToLong(Task::result).sum();
    Ranking<S> ranking = sorting.ranking();
    List<Entry<S>> entries = block.entries();
    return Block.of(
        ranking == null
            ? Sorted.cut(entries, Math.max(0, sorting.enough() - before))
            : ranking.ranked(entries, before));
  }
}
