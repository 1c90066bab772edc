package dev.millrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.LogicExpression.AtLeast;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.trace.Unit.Kind;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plans whose units are known: ten items in five chunks.
class KnownUnitsTest {
  private static final Schema SCHEMA = Schema.of(new Column("n", Type.NUMBER));
  private static final Feed TEN =
      Feed.of(SCHEMA, IntStream.range(0, 10).mapToObj(n -> new Item(n, Decimal.of(n))).toList());
  private static final Field N = new Field("n");
  private static final Filter KEEP = new Filter(new Literal(Bool.TRUE));
  private static final Scan SCAN = new Scan("sum", Decimal.ZERO, N);
  private static final Sort SORT = new Sort(List.of(new SortKey(N, SortOrder.ASCENDING, null)));

  @ParameterizedTest
  @EnumSource(
      names = {"FORKJOIN", "WORKOR_MVAR", "WORKOR_LOCKFREE", "WORKOR_TIERED", "CURSOR_TIERED"})
  void trace_ofItemWiseActions_hasAUnitForEachChunk(Engines engine) throws InterruptedException {
    List<Unit> units = units(engine, 2, KEEP);
    assertThat(counts(units)).containsEntry(Kind.SEGMENT, 5).doesNotContainKey(Kind.JOIN);
    assertThat(items(units, 0)).isEqualTo(10);
    Unit begin = units.getFirst();
    assertThat(units.stream().filter(unit -> unit.kind() == Kind.SEGMENT))
        .allSatisfy(unit -> assertThat(unit.after()).containsExactly(begin));
  }

  @Test
  void trace_ofAnOrderedAction_hasAChainOfParts() throws InterruptedException {
    List<Unit> units = units(Engines.WORKOR_LOCKFREE, 2, SCAN, KEEP);
    assertThat(counts(units)).isEqualTo(Map.of(Kind.SEGMENT, 10, Kind.ORDER, 5, Kind.ENGINE, 2));
    List<Unit> parts = ofKind(units, Kind.ORDER);
    List<Unit> drains = ofStretch(units, 0);
    List<Unit> after = ofStretch(units, 1);
    for (int i = 0; i < 5; i++) {
      assertThat(parts.get(i).after()).contains(drains.get(i)).hasSize(i == 0 ? 1 : 2);
      assertThat(after.get(i).after()).containsExactly(parts.get(i));
      if (i > 0) {
        assertThat(parts.get(i).after()).contains(parts.get(i - 1));
      }
    }
    assertThat(items(units, 0)).isEqualTo(10);
    assertThat(items(units, 1)).isEqualTo(10);
  }

  /// Four merges of five runs and the block of the root; then a unit for what was noted in the
  /// runs, which no item comes of, and one for each chunk of what was sorted.
  @ParameterizedTest
  @EnumSource(names = {"FORKJOIN", "WORKOR_MVAR"})
  void trace_ofAMergeTree_hasItsJoins(Engines engine) throws InterruptedException {
    List<Unit> units = units(engine, 3, SORT, KEEP);
    assertThat(counts(units)).containsEntry(Kind.SEGMENT, 5 + 6).containsEntry(Kind.JOIN, 5);
    assertThat(items(units, 0)).isEqualTo(10);
    assertThat(items(units, 1)).isEqualTo(10);
  }

  @Test
  void trace_ofSortedChunks_followsFromTheJoin() throws InterruptedException {
    List<Unit> units = units(Engines.WORKOR_LOCKFREE, 3, SORT, KEEP);
    Unit root = ofKind(units, Kind.JOIN).getLast();
    assertThat(ofStretch(units, 1).getFirst().after()).isEqualTo(ofStretch(units, 0));
    assertThat(ofStretch(units, 1).subList(1, 6))
        .allSatisfy(unit -> assertThat(unit.after()).containsExactly(root));
  }

  @Test
  void trace_ofWaves_hasWhatIsBetweenThem() throws InterruptedException {
    List<Unit> units = units(Engines.FORKJOIN, 2, SCAN, KEEP);
    List<Unit> drains = ofStretch(units, 0);
    List<Unit> engine = ofKind(units, Kind.ENGINE);
    assertThat(engine.getFirst().name()).isEqualTo("begin");
    assertThat(engine.get(1).after()).isEqualTo(drains);
    assertThat(ofKind(units, Kind.ORDER).getFirst().after())
        .containsExactly(drains.getFirst(), engine.get(1));
    assertThat(engine.getLast().name()).isEqualTo("end");
  }

  /// A single run needs no join, so that a wave has no unit: what follows from it follows from the
  /// wave before all the same.
  @ParameterizedTest
  @EnumSource(names = {"FORKJOIN", "CURSOR_TIERED"})
  void trace_ofOneChunk_isAChain(Engines engine) throws InterruptedException {
    List<Unit> units = trace(engine, 2, 10, SORT, KEEP).units();
    assertThat(units).extracting(Unit::name).startsWith("begin").endsWith("end");
    assertThat(units.stream().skip(1)).allSatisfy(unit -> assertThat(unit.after()).isNotEmpty());
  }

  /// One task for the keys of all chunks, and one part, since ten items are no large sort.
  @ParameterizedTest
  @EnumSource(names = {"WORKOR_VECTORISED", "WORKOR_TIERED", "CURSOR_TIERED"})
  void trace_ofAGathering_hasItsParts(Engines engine) throws InterruptedException {
    List<Unit> units = units(engine, 3, SORT, KEEP);
    assertThat(counts(units)).containsEntry(Kind.SEGMENT, 5 + 6).containsEntry(Kind.JOIN, 2);
    List<Unit> joins = ofKind(units, Kind.JOIN);
    assertThat(joins.getFirst().after()).containsAll(ofStretch(units, 0));
    assertThat(joins.getLast().after()).contains(joins.getFirst());
  }

  @Test
  void trace_ofAUnion_hasTheChunksOfBothFeeds() throws InterruptedException {
    List<Unit> units = units(Engines.WORKOR_LOCKFREE, 2, new Union(TEN), KEEP);
    assertThat(counts(units)).isEqualTo(Map.of(Kind.SEGMENT, 10, Kind.ENGINE, 2));
    assertThat(items(units, 1)).isEqualTo(20);
  }

  /// Five splits; in the branch, five runs and what follows them; halves of the second branch go on
  /// as they are. Its chunks come from the split of their chunk alone.
  @Test
  void trace_ofABranch_knowsWhereItsChunksComeFrom() throws InterruptedException {
    var choice =
        new Conditional(new AtLeast(N, new Literal(Decimal.of(5))), List.of(SORT), List.of());
    List<Unit> units = units(Engines.WORKOR_LOCKFREE, 2, choice);
    List<Unit> splits = ofStretch(units, 0);
    assertThat(splits).hasSize(5);
    List<Unit> runs = ofStretch(units, 1);
    assertThat(runs).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(runs.get(i).after()).containsExactly(splits.get(i));
    }
    assertThat(items(units, 0)).isEqualTo(10);
    assertThat(items(units, 1)).isEqualTo(5);
  }

  @Test
  void trace_ofASequentialEngine_isOneUnit() throws InterruptedException {
    List<Unit> units = units(Engines.FUSED, 1, KEEP, SORT, KEEP);
    assertThat(units)
        .extracting(Unit::kind)
        .containsExactly(Kind.ENGINE, Kind.SEGMENT, Kind.ENGINE);
    assertThat(units.get(1).items()).isEqualTo(10);
    assertThat(units.get(1).stretch()).matches(all -> all.items().size() == 3);
  }

  @Test
  void trace_ofTheReference_hasAUnitForEachAction() throws InterruptedException {
    List<Unit> units = units(Engines.EAGER, 1, KEEP, SORT, KEEP);
    assertThat(units)
        .extracting(Unit::name)
        .containsExactly("begin", "filter", "sort", "filter", "end");
  }

  @Test
  void handOff_ofOneWorker_isTheMedianOfTheGaps() throws InterruptedException {
    var trace = trace(Engines.WORKOR_LOCKFREE, 1, 2, KEEP);
    List<Unit> units = trace.units();
    long[] gaps =
        IntStream.range(1, units.size())
            .mapToLong(i -> units.get(i).beginNanos() - units.get(i - 1).endNanos())
            .sorted()
            .toArray();
    assertThat(Timeline.of(trace).handOffNanos()).hasValue(gaps[gaps.length / 2]);
  }

  private static List<Unit> units(Engines engine, int parallelism, Action... actions)
      throws InterruptedException {
    return trace(engine, parallelism, 2, actions).units();
  }

  private static Trace trace(Engines engine, int parallelism, int chunk, Action... actions)
      throws InterruptedException {
    var trace = new Trace();
    RunOptions options =
        new RunOptions(parallelism, chunk, OnError.FAIL).with(JoinStrategy.MERGE_TREE);
    engine
        .engine()
        .run(Plan.of(List.of(actions), SCHEMA), TEN, options, new RunHandle(parallelism, trace));
    return trace;
  }

  private static Map<Kind, Integer> counts(List<Unit> units) {
    return units.stream().collect(Collectors.toMap(Unit::kind, _ -> 1, Integer::sum));
  }

  private static List<Unit> ofKind(List<Unit> units, Kind kind) {
    return units.stream().filter(unit -> unit.kind() == kind).toList();
  }

  /// The chunks of a stretch.
  private static List<Unit> ofStretch(List<Unit> units, int number) {
    return ofKind(units, Kind.SEGMENT).stream()
        .filter(unit -> {
          Stretch stretch = unit.stretch();
          return stretch != null && stretch.number() == number;
        })
        .toList();
  }

  private static int items(List<Unit> units, int stretch) {
    return ofStretch(units, stretch).stream().mapToInt(Unit::items).sum();
  }
}
