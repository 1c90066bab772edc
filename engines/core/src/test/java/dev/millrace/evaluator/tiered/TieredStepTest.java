package dev.millrace.evaluator.tiered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.engine.Engine;
import dev.millrace.engine.RunOptions;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.cursor.CursorScheduler;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is remembered of the code of a stretch of steps, and for how long.
class TieredStepTest {
  private static final int ITEMS = 100;
  private static final long WORTH_COMPILING = 8 * ITEMS;
  private static final int KEPT = 256;
  private static final Schema SCHEMA = Schema.of(new Column("x", Type.NUMBER));
  private static final Expression X = new Field("x");

  private static Expression number(long number) {
    return new Literal(Decimal.of(number));
  }

  private static List<Item> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(row -> new Item(row, new Value[] {Decimal.of(row)}))
        .toList();
  }

  /// A plan of a shape, every bit of which is an operation.
  private static Plan plan(int shape, long constant) {
    Expression value = X;
    for (int bits = shape + (1 << 12); bits > 1; bits >>= 1) {
      List<Expression> operands = List.of(value, number(constant));
      value = (bits & 1) == 0 ? new Add(operands) : new Multiply(operands);
    }
    List<Action> actions =
        List.of(
            new SetFields(new LinkedHashMap<>(Map.of("y", value))),
            new Filter(new Less(X, number(90 + constant))));
    return Plan.of(actions, SCHEMA);
  }

  private static TieredStep step(int shape, long constant) {
    List<BatchStep> steps =
        new TieredEvaluator(WORTH_COMPILING).batchSteps(plan(shape, constant).steps());
    return (TieredStep) steps.getFirst();
  }

  /// The race after some batches, and after what these asked for was done.
  private static @Nullable Race raceAfter(TieredStep step, int batches) {
    for (int i = 0; i < batches; i++) {
      step.of(Batch.of(items(ITEMS), SCHEMA.size()), new Counts());
    }
    assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
    return step.race();
  }

  @Test
  void code_isMade_whenEnoughItemsWereSeen() {
    TieredStep step = step(1, 1);
    assertThat(raceAfter(step, 7)).isNull();
    assertThat(raceAfter(step, 1)).isNotNull();
  }

  @Test
  void code_thatAnotherPlanHadMade_isUsedEarly() {
    Race first = raceAfter(step(2, 1), 8);
    assertThat(raceAfter(step(2, 3), 1)).isNotNull().isSameAs(first);
  }

  @Test
  void code_ofAnotherShape_hasARaceOfItsOwn() {
    assertThat(raceAfter(step(3, 1), 8)).isNotSameAs(raceAfter(step(4, 1), 8));
  }

  @Test
  void verdict_ofAnEarlierRun_isKept() {
    Race race = Objects.requireNonNull(raceAfter(step(5, 1), 8));
    for (int i = 0; i < 1_000; i++) {
      race.note(race.picksSecond(), 1_000, 1_000);
      race.note(true, 1_000, 900_000);
    }
    TieredStep later = step(5, 2);
    Race found = Objects.requireNonNull(raceAfter(later, 1));
    assertThat(IntStream.range(0, 100).filter(_ -> found.picksSecond()).count()).isLessThan(10);
  }

  @Test
  void memory_ofManyShapes_isBounded() {
    var first = new WeakReference<>(raceAfter(step(6, 1), 8));
    assertThat(first.get()).isNotNull();
    for (int shape = 0; shape <= KEPT; shape++) {
      raceAfter(step(100 + shape, 1), 8);
    }
    System.gc();
    assertThat(first.get()).isNull();
  }

  @Test
  void runs_atTheSameTime_giveWhatTheReferenceGives() throws Exception {
    Plan plan = plan(7, 2);
    Feed feed = Feed.of(SCHEMA, items(20_000));
    List<Item> expected = all(Engines.EAGER.engine(), plan, feed);
    var tiered = new ComposedEngine(new TieredEvaluator(1_000), new CursorScheduler());
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<List<Item>> run = () -> all(tiered, plan, feed);
      for (Future<List<Item>> result :
          threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> run).toList())) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  private static List<Item> all(Engine engine, Plan plan, Feed feed) throws InterruptedException {
    var result = new ArrayList<Item>();
    engine.run(plan, feed, RunOptions.parallel(2)).feed().forEach(result::add);
    return result;
  }
}
