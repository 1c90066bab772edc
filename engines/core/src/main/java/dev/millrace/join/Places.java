package dev.millrace.join;

import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Sorted;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Brings entries back into the order of their places. A range of places is a group of neighbouring
/// runs, so the ranges are known before any entry is.
///
/// Work O(n log n), span O(n / blocks + n / ranges · log n): no task touches all entries.
///
/// @param graph where tasks are added
/// @param runs how many runs the entries come from
record Places(TaskGraph graph, int runs) {
  /// Plans the restoring of entries that are in any order.
  ///
  /// @return a task for each range of places, in order
  <S> List<Task<Block<S>>> restore(List<Task<Block<S>>> blocks) {
    int ranges = Ranges.count(runs);
    List<Task<List<List<Entry<S>>>>> scattered =
        blocks.stream()
            .map(block -> graph.after(List.of(block), () -> scatter(block.result(), ranges)))
            .toList();
    return IntStream.range(0, ranges)
        .mapToObj(range -> graph.after(scattered, () -> gather(scattered, range)))
        .toList();
  }

  private <S> List<List<Entry<S>>> scatter(Block<S> block, int ranges) {
    List<List<Entry<S>>> scattered = lists(ranges);
    for (Entry<S> entry : block.entries()) {
      scattered.get((int) ((long) entry.chunk() * ranges / runs)).add(entry);
    }
    return scattered;
  }

  private static <S> Block<S> gather(List<Task<List<List<Entry<S>>>>> scattered, int range) {
    var entries = new ArrayList<Entry<S>>();
    scattered.forEach(task -> entries.addAll(task.result().get(range)));
    return Block.of(Sorted.inPlaces(entries));
  }

  /// Some empty lists.
  static <S> List<List<Entry<S>>> lists(int count) {
    return IntStream.range(0, count).<List<Entry<S>>>mapToObj(_ -> new ArrayList<>()).toList();
  }
}
