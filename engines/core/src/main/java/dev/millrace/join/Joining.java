package dev.millrace.join;

import dev.millrace.engine.JoinStrategy;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.Sorting;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.List;

/// Plans how the runs of one aggregation are joined. Used by one thread at a time, the one that
/// adds tasks to the graph; it never waits.
///
/// @param <S> what an entry keeps beside its key
public sealed interface Joining<S> permits MergeTree, KeyRanges, HashPartitions {
  /// Takes the run of the next chunk, which need not have ended.
  void add(Task<Block<S>> run);

  /// Plans what is left when no run follows.
  ///
  /// @return tasks whose blocks, one after another, have all entries that come out, in order
  List<Task<Block<S>>> end();

  /// Begins to join the runs of an aggregation.
  ///
  /// @param strategy how
  /// @param aggregation the aggregation
  /// @param graph where tasks are added
  static <S> Joining<S> begin(JoinStrategy strategy, Aggregation<S> aggregation, TaskGraph graph) {
    return switch (strategy) {
      case MERGE_TREE -> MergeTree.of(aggregation, graph);
      case KEY_RANGES -> new KeyRanges<>(aggregation, graph);
      case HASH_PARTITIONS -> new HashPartitions<>(aggregation, graph);
      case BY_ACTION ->
          switch (aggregation) {
            case Sorting<S> sorting -> new KeyRanges<>(sorting, graph);
            case Folding<S> folding -> MergeTree.of(folding, graph);
          };
    };
  }
}
