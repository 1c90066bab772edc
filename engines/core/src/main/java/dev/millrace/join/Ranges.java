package dev.millrace.join;

import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Cuts sorted blocks at sampled entries, the same for all blocks, and joins each range on its own.
/// Entries that the order does not tell apart never straddle a boundary.
///
/// Work O(n log blocks), span O(blocks + n / ranges · log blocks) if no key has more entries than a
/// range should. The sample is regular in every block, after Shi and Schaeffer, "Parallel sorting
/// by regular sampling"; where a block gives few samples, their phase differs from block to block,
/// so that together they still stand for all parts of the order.
///
/// @param graph where tasks are added
/// @param order what the blocks are sorted by
/// @param join makes of all entries of a range, in sorted pieces in the order of the blocks, the
///   entries that come out of it
/// @param <S> what an entry keeps beside its key
record Ranges<S>(TaskGraph graph, Comparator<Entry<S>> order, Join<S> join) {
  private static final int MOST = 32;
  private static final int RUNS_EACH = 2;
  private static final int SAMPLES_EACH = 16;
  private static final double GOLDEN_RATIO = 0.618_033_988_749_894_9;

  /// Joins the pieces of a range.
  ///
  /// @param <S> what an entry keeps beside its key
  @FunctionalInterface
  interface Join<S> {
    /// The entries that come out of a range.
    List<Entry<S>> of(List<List<Entry<S>>> pieces);
  }

  /// Into how many ranges that many runs are cut: enough for many threads, not so many that tasks
  /// are small.
  static int count(int runs) {
    return Math.clamp(runs / RUNS_EACH, 1, MOST);
  }

  /// Plans the join of sorted blocks in ranges.
  ///
  /// @param sorted the blocks
  /// @param count how many ranges
  /// @return a task for each range, in order
  List<Task<Block<S>>> plan(List<Task<Block<S>>> sorted, int count) {
    Task<List<Entry<S>>> splitters = graph.after(sorted, () -> splitters(sorted, count));
    return IntStream.range(0, count)
        .mapToObj(range -> graph.after(List.of(splitters), () -> range(sorted, splitters, range)))
        .toList();
  }

  private Block<S> range(List<Task<Block<S>>> sorted, Task<List<Entry<S>>> splitters, int range) {
    List<Entry<S>> ends = splitters.result();
    var pieces = new ArrayList<List<Entry<S>>>();
    for (Task<Block<S>> task : sorted) {
      List<Entry<S>> entries = task.result().entries();
      int from = range == 0 ? 0 : lowerBound(entries, ends, range - 1);
      int to = range < ends.size() ? lowerBound(entries, ends, range) : entries.size();
      if (from < to) {
        pieces.add(entries.subList(from, to));
      }
    }
    return Block.of(join.of(pieces));
  }

  /// How many entries come before a splitter. A splitter that is missing is beyond all entries.
  private int lowerBound(List<Entry<S>> entries, List<Entry<S>> splitters, int splitter) {
    if (splitter >= splitters.size()) {
      return entries.size();
    }
    int from = 0;
    int to = entries.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order.compare(entries.get(middle), splitters.get(splitter)) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// At most `count - 1` entries in order, each the first of a range; none when all blocks are
  /// empty.
  private List<Entry<S>> splitters(List<Task<Block<S>>> sorted, int count) {
    if (count == 1) {
      return List.of();
    }
    var sample = new ArrayList<Entry<S>>();
    long total = 0;
    for (Task<Block<S>> task : sorted) {
      total += task.result().entries().size();
    }
    for (int block = 0; block < sorted.size(); block++) {
      List<Entry<S>> entries = sorted.get(block).result().entries();
      sample(
          entries,
          1 + (int) ((long) entries.size() * count * SAMPLES_EACH / Math.max(1, total)),
          block,
          sample);
    }
    sample.sort(order);
    var splitters = new ArrayList<Entry<S>>(count - 1);
    for (int i = 1; i < count && !sample.isEmpty(); i++) {
      splitters.add(sample.get((int) ((long) i * sample.size() / count)));
    }
    return splitters;
  }

  private void sample(List<Entry<S>> entries, int samples, int block, List<Entry<S>> into) {
    double phase = (block + 1) * GOLDEN_RATIO % 1;
    for (int i = 0; i < samples && !entries.isEmpty(); i++) {
      into.add(entries.get((int) ((i + phase) / samples * entries.size())));
    }
  }
}
