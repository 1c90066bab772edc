package dev.millrace.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.generate.Keys;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Sorting;
import dev.millrace.pipeline.Tally;
import dev.millrace.slot.Slots;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What join plans look like: static, no larger than they need be, and balanced.
class JoinPlanTest {
  private static final int RUNS = 64;
  private static final int EACH = 50;
  private static final List<SortKey> BY_KEY = List.of(new SortKey(new Field("key"), null, null));
  private static final Sort SORT = new Sort(BY_KEY);
  private static final Deduplicate DEDUPLICATE =
      new Deduplicate(List.of(new Field("key")), Keep.FIRST, null);

  @ParameterizedTest
  @EnumSource
  void end_noRun_plansNothing(JoinStrategy strategy) {
    Case.all().forEach(one -> assertThat(tasks(strategy, one.action(), 0)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void end_oneRun_isTheResultAsItIs(JoinStrategy strategy) {
    assertThat(tasks(strategy, SORT, 1)).isEmpty();
    assertThat(tasks(strategy, DEDUPLICATE, 1)).isEmpty();
  }

  @Test
  void add_eighthRun_hasPlannedTheWholeTree() {
    var graph = new TaskGraph(Slots.LOCKFREE);
    Joining<?> joining = planned(JoinStrategy.MERGE_TREE, SORT, 8, graph);
    assertThat(run(graph)).hasSize(7);
    assertThat(joining.end()).hasSize(1);
  }

  @Test
  void add_cancelledDuringALongJoin_endsIt() {
    for (AggregateAction action : List.of(SORT, DEDUPLICATE)) {
      var checks = new AtomicInteger();
      var graph =
          new TaskGraph(Slots.LOCKFREE, () -> cancelIf(checks.incrementAndGet() == 2), null);
      Joining<Object> joining = begin(JoinStrategy.MERGE_TREE, action, graph);
      List<Value> keys = Keys.ALL_DISTINCT.of(new SplittableRandom(3), 4_000);
      for (Block<Object> block :
          Cutting.of(keys, List.of(2_000, 2_000)).runs(aggregation(action))) {
        Task<Block<Object>> run = graph.first(() -> block);
        run.run();
        joining.add(run);
      }
      run(graph);
      assertThat(graph.failure()).isInstanceOf(CancellationException.class);
      assertThat(checks).hasValue(2);
    }
  }

  private static void cancelIf(boolean now) {
    if (now) {
      throw new CancellationException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void end_anyRuns_plansWithoutLookingAtThem(JoinStrategy strategy) {
    var graph = new TaskGraph(Slots.LOCKFREE);
    Joining<Object> joining = begin(strategy, SORT, graph);
    for (int i = 0; i < RUNS; i++) {
      joining.add(graph.first(() -> Block.of(List.of())));
    }
    assertThat(joining.end()).isNotEmpty().noneMatch(Task::hasEnded);
    assertThat(graph.poll()).isNull();
  }

  @Test
  void end_keysOfAnyDistribution_sortsInRangesOfLikeSize() {
    for (Keys keys : Keys.values()) {
      List<Integer> sizes = sizes(JoinStrategy.KEY_RANGES, SORT, keys);
      assertThat(sizes).as(keys.toString()).hasSize(RUNS / 2);
      assertThat(Collections.max(sizes)).as(keys.toString()).isLessThan(3 * 2 * EACH);
    }
  }

  @Test
  void end_distinctKeys_foldsInRangesAndPartitionsOfLikeSize() {
    for (JoinStrategy strategy : List.of(JoinStrategy.KEY_RANGES, JoinStrategy.HASH_PARTITIONS)) {
      List<Integer> sizes = sizes(strategy, DEDUPLICATE, Keys.ALL_DISTINCT);
      assertThat(sizes).as(strategy.toString()).hasSize(RUNS / 2);
      assertThat(Collections.max(sizes)).as(strategy.toString()).isLessThan(3 * 2 * EACH);
    }
  }

  @Test
  void plan_equalKeys_neverStraddleABoundary() {
    var graph = new TaskGraph(Slots.LOCKFREE);
    Map<Value, Integer> rangeOf = new HashMap<>();
    List<Block<Object>> ranges = ranges(graph);
    assertThat(ranges).hasSize(RUNS / 2);
    for (int range = 0; range < ranges.size(); range++) {
      for (Entry<Object> entry : ranges.get(range).entries()) {
        Integer before = rangeOf.putIfAbsent(entry.key().get(0), range);
        assertThat(before).isIn(null, range);
      }
    }
  }

  /// The ranges of a ranking, whose keys occur 0 to 7 times each.
  private static List<Block<Object>> ranges(TaskGraph graph) {
    Aggregation<Object> ranking = aggregation(new Rank("rank", BY_KEY, null));
    List<Value> keys = Keys.MULTIPLICITIES.of(new SplittableRandom(11), RUNS * EACH);
    Cutting cutting = Cutting.of(keys, Collections.nCopies(RUNS, EACH));
    var runs = new ArrayList<Task<Block<Object>>>();
    for (Block<Object> block : cutting.runs(ranking)) {
      Task<Block<Object>> run = graph.first(() -> block);
      run.run();
      runs.add(run);
    }
    var sorting = (Sorting<Object>) ranking;
    List<Task<Block<Object>>> ranges =
        KeyRanges.ranges(sorting, graph).plan(runs, Ranges.count(RUNS));
    run(graph);
    return ranges.stream().map(Task::result).toList();
  }

  @ParameterizedTest
  @EnumSource
  void join_failedRun_leavesItsFailureAsTheResult(JoinStrategy strategy) {
    Aggregation<Object> aggregation = aggregation(DEDUPLICATE);
    var aggregated = new Aggregated<>(aggregation);
    var runs = new ArrayList<Block<Object>>();
    for (int i = 0; i < 5; i++) {
      Part chunk =
          i < 2
              ? new Part(List.of(), List.of(), null, Tally.NONE)
              : Part.failed(new IllegalStateException("chunk " + i));
      runs.add(aggregated.gather(chunk, i, Cutting.ledger()));
    }
    assertThat(SequentialJoins.join(strategy, aggregation, runs))
        .allMatch(block -> block.entries().isEmpty());
    assertThat(aggregated.notes(runs, Cutting.ledger()).failure()).hasMessage("chunk 2");
  }

  private static List<Integer> sizes(JoinStrategy strategy, AggregateAction action, Keys keys) {
    List<Value> all = keys.of(new SplittableRandom(5), RUNS * EACH);
    Cutting cutting = Cutting.of(all, Collections.nCopies(RUNS, EACH));
    Aggregation<Object> aggregation = aggregation(action);
    return SequentialJoins.join(strategy, aggregation, cutting.runs(aggregation)).stream()
        .map(block -> block.entries().size())
        .toList();
  }

  private static List<Task<?>> tasks(JoinStrategy strategy, AggregateAction action, int runs) {
    var graph = new TaskGraph(Slots.LOCKFREE);
    List<? extends Task<?>> joined = planned(strategy, action, runs, graph).end();
    List<Task<?>> ran = run(graph);
    assertThat(joined).hasSize(Math.min(1, runs)).allMatch(Task::hasEnded);
    return ran;
  }

  private static Joining<?> planned(
      JoinStrategy strategy, AggregateAction action, int runs, TaskGraph graph) {
    Joining<Object> joining = begin(strategy, action, graph);
    for (int i = 0; i < runs; i++) {
      Task<Block<Object>> run = graph.first(() -> Block.of(List.of()));
      run.run();
      joining.add(run);
    }
    return joining;
  }

  private static Joining<Object> begin(
      JoinStrategy strategy, AggregateAction action, TaskGraph graph) {
    return Joining.begin(strategy, aggregation(action), graph);
  }

  @SuppressWarnings("unchecked") // the states are only passed through
  private static Aggregation<Object> aggregation(AggregateAction action) {
    return (Aggregation<Object>) Cutting.aggregation(action);
  }

  private static List<Task<?>> run(TaskGraph graph) {
    var ran = new ArrayList<Task<?>>();
    for (Task<?> ready = graph.poll(); ready != null; ready = graph.poll()) {
      ready.run();
      ran.add(ready);
    }
    return ran;
  }
}
