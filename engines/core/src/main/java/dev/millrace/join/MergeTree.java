package dev.millrace.join;

import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Folded;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.Sorted;
import dev.millrace.pipeline.Sorting;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/// A binary tree over the runs: neighbours are joined, then neighbours of the joined ones; a run
/// without a neighbour moves up a level.
///
/// Work O(n log runs): entries are merged as sorted lists, or the later table is added to the
/// earlier one. Span O(n): the last join touches every entry, and what a sorting does after it
/// (ranks, places) begins then.
///
/// @param <S> what an entry keeps beside its key
/// @param <N> what is joined: a sorted list or a table of folded entries
final class MergeTree<S, N> implements Joining<S> {
  /*
   * The roots of complete trees are kept as the digits of a binary counter. Two trees of one height
   * are joined as soon as both are planned:
   *
   *   1 run    1            3 runs   2 1          5 runs   4 1
   *   2 runs   2            4 runs   4            end      5 = join(4, 1)
   */
  private static final int ENTRIES_BETWEEN_CHECKS = 1_024;

  private final TaskGraph graph;
  private final Merging<S, N> merging;
  private final Deque<Tree<N>> trees = new ArrayDeque<>();
  private final List<Task<Block<S>>> runs = new ArrayList<>();

  private MergeTree(TaskGraph graph, Merging<S, N> merging) {
    this.graph = graph;
    this.merging = merging;
  }

  /// A tree without runs.
  static <S> Joining<S> of(Aggregation<S> aggregation, TaskGraph graph) {
    return switch (aggregation) {
      case Folding<S> folding ->
          new MergeTree<S, Folded<S>>(
              graph,
              new Merging<>(
                  run -> Folded.of(folding, run.entries()),
                  (earlier, later) -> earlier.join(later, graph::checkpoint),
                  Folded::entries,
                  (blocks, _) -> blocks));
      case Sorting<S> sorting ->
          new MergeTree<S, List<Entry<S>>>(
              graph,
              new Merging<>(
                  Block::entries,
                  (left, right) -> merge(sorting, left, right, graph),
                  root -> root,
                  (blocks, runs) -> Completion.plan(sorting, graph, blocks, runs)));
    };
  }

  /// How runs are merged.
  ///
  /// @param begin makes of a run what is joined
  /// @param join joins an earlier and a later one; both are used up
  /// @param entries what the root holds
  /// @param completion plans what is left to do with the root
  private record Merging<S, N>(
      Function<Block<S>, N> begin,
      BinaryOperator<N> join,
      Function<N, List<Entry<S>>> entries,
      Rest<S> completion) {}

  /// Plans what is left when all is joined.
  @FunctionalInterface
  private interface Rest<S> {
    List<Task<Block<S>>> plan(List<Task<Block<S>>> joined, int runs);
  }

  /// A tree that is planned.
  ///
  /// @param runs how many runs it joins
  /// @param task the task that makes its root
  /// @param root the root, once the task has ended; asked for once
  private record Tree<N>(int runs, Task<?> task, Supplier<N> root) {}

  @Override
  public void add(Task<Block<S>> run) {
    runs.add(run);
    trees.push(new Tree<>(1, run, () -> merging.begin().apply(run.result())));
    while (trees.size() > 1 && sameHeight()) {
      joinLast();
    }
  }

  @Override
  public List<Task<Block<S>>> end() {
    if (runs.size() <= 1) {
      return merging.completion().plan(List.copyOf(runs), runs.size());
    }
    while (trees.size() > 1) {
      joinLast();
    }
    Tree<N> all = trees.pop();
    Task<Block<S>> block =
        graph.after(List.of(all.task()), () -> Block.of(merging.entries().apply(all.root().get())));
    return merging.completion().plan(List.of(block), runs.size());
  }

  private boolean sameHeight() {
    Tree<N> last = trees.pop();
    boolean same = trees.getFirst().runs() == last.runs();
    trees.push(last);
    return same;
  }

  private void joinLast() {
    Tree<N> later = trees.pop();
    Tree<N> earlier = trees.pop();
    Task<N> join =
        graph.after(
            List.of(earlier.task(), later.task()),
            () -> merging.join().apply(earlier.root().get(), later.root().get()));
    trees.push(new Tree<>(earlier.runs() + later.runs(), join, join::result));
  }

  /// Merges sorted lists, the left one first where keys are equal. O(entries); lists that follow
  /// each other are put together as they are.
  private static <S> List<Entry<S>> merge(
      Sorting<S> sorting, List<Entry<S>> left, List<Entry<S>> right, TaskGraph graph) {
    Comparator<Entry<S>> order = sorting.order();
    var merged = new ArrayList<Entry<S>>(left.size() + right.size());
    if (follows(left, right, order, 0)) {
      merged.addAll(left);
      merged.addAll(right);
    } else if (follows(right, left, order, -1)) {
      merged.addAll(right);
      merged.addAll(left);
    } else {
      interleave(left, right, order, merged, graph);
    }
    return Sorted.cut(merged, sorting.enough());
  }

  private static <S> boolean follows(
      List<Entry<S>> first, List<Entry<S>> second, Comparator<Entry<S>> order, int most) {
    return first.isEmpty()
        || second.isEmpty()
        || order.compare(first.getLast(), second.getFirst()) <= most;
  }

  private static <S> void interleave(
      List<Entry<S>> left,
      List<Entry<S>> right,
      Comparator<Entry<S>> order,
      List<Entry<S>> into,
      TaskGraph graph) {
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      if ((l + r) % ENTRIES_BETWEEN_CHECKS == 0) {
        graph.checkpoint();
      }
      boolean takeLeft = order.compare(left.get(l), right.get(r)) <= 0;
      into.add(takeLeft ? left.get(l++) : right.get(r++));
    }
    into.addAll(left.subList(l, left.size()));
    into.addAll(right.subList(r, right.size()));
  }
}
