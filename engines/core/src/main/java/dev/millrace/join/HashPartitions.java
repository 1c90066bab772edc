package dev.millrace.join;

import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Folded;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Sorted;
import dev.millrace.pipeline.Sorting;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Runs cut into partitions by the hash of their keys; each partition is joined by its own task, in
/// the order of the runs. Then the order is restored in parallel: by ranges of places where entries
/// are folded, by ranges of keys where they are sorted.
///
/// Work O(n) to fold and O(n log n) to restore or sort. Span O(runs + n / partitions · log n)
/// unless few keys have most of the entries: all entries of a key are in one partition.
///
/// @param <S> what an entry keeps beside its key
final class HashPartitions<S> implements Joining<S> {
  private static final int PARTITION_BITS = 5;
  private static final int PARTITIONS = 1 << PARTITION_BITS;
  private static final int SPREAD = 0x9E37_79B9; // 2^32 / golden ratio: mixes low bits upwards

  private final Aggregation<S> aggregation;
  private final TaskGraph graph;
  private final List<Task<Block<S>>> runs = new ArrayList<>();
  private final List<Task<List<List<Entry<S>>>>> scattered = new ArrayList<>();

  /// Partitions without runs.
  HashPartitions(Aggregation<S> aggregation, TaskGraph graph) {
    this.aggregation = aggregation;
    this.graph = graph;
  }

  @Override
  public void add(Task<Block<S>> run) {
    runs.add(run);
    if (runs.size() > 1) {
      while (scattered.size() < runs.size()) {
        Task<Block<S>> next = runs.get(scattered.size());
        scattered.add(graph.after(List.of(next), () -> scatter(next.result())));
      }
    }
  }

  @Override
  public List<Task<Block<S>>> end() {
    int count = Ranges.count(runs.size());
    return switch (aggregation) {
      case Folding<S> folding ->
          runs.size() <= 1
              ? List.copyOf(runs)
              : new Places(graph, runs.size()).restore(partitions(count, folding));
      case Sorting<S> sorting -> {
        List<Task<Block<S>>> sorted = runs.size() <= 1 ? runs : partitions(count, sorting);
        List<Task<Block<S>>> joined =
            sorted.size() <= 1 ? sorted : KeyRanges.ranges(sorting, graph).plan(sorted, count);
        yield Completion.plan(sorting, graph, List.copyOf(joined), runs.size());
      }
    };
  }

  private List<Task<Block<S>>> partitions(int count, Aggregation<S> how) {
    Task<Integer> allScattered = graph.after(scattered, scattered::size);
    return IntStream.range(0, count)
        .mapToObj(i -> {
          int from = i * PARTITIONS / count;
          int to = (i + 1) * PARTITIONS / count;
          return graph.after(List.of(allScattered), () -> join(pieces(from, to), how));
        })
        .toList();
  }

  /// The entries of neighbouring partitions, run by run.
  private List<List<Entry<S>>> pieces(int from, int to) {
    return scattered.stream().flatMap(run -> run.result().subList(from, to).stream()).toList();
  }

  private static <S> Block<S> join(List<List<Entry<S>>> pieces, Aggregation<S> how) {
    return switch (how) {
      case Folding<S> folding -> {
        var folded = new Folded<>(folding);
        pieces.forEach(piece -> piece.forEach(folded::add));
        yield Block.of(folded.entries());
      }
      case Sorting<S> sorting -> {
        var sorted = new Sorted<>(sorting);
        pieces.forEach(sorted::addAll);
        yield Block.of(sorted.entries());
      }
    };
  }

  private List<List<Entry<S>>> scatter(Block<S> run) {
    List<List<Entry<S>>> partitions = Places.lists(PARTITIONS);
    for (Entry<S> entry : run.entries()) {
      partitions.get(partition(entry)).add(entry);
    }
    return partitions;
  }

  private int partition(Entry<S> entry) {
    Key key = entry.key();
    boolean mayStandAnywhere = key.size() == 0 && aggregation instanceof Sorting<S>;
    int hash = mayStandAnywhere ? Long.hashCode(entry.place()) : key.hashCode();
    return (hash * SPREAD) >>> (Integer.SIZE - PARTITION_BITS);
  }
}
