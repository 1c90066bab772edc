package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.LogicExpression.AtLeast;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How runs fail: the first error in the order of items, the same on every engine, and no thread
/// left.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@ExtendWith(NoWorkerLeft.class)
class EngineFailureTest {
  private static final Schema SCHEMA = Schema.of(new Column("text", Type.TEXT));
  private static final int ITEMS = 40;

  /// More items than an interrupted run comes to, in as many chunks as are soon made.
  private static final int ENDLESS = 100_000_000;

  /// A fault of the source itself, which no policy covers.
  private static final class Fault extends IllegalStateException {
    Fault(int place) {
      super("fault at " + place);
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_itemErrorAnywhere_failsWithThatItem(Engines engine) {
    for (int place = 0; place < ITEMS; place++) {
      Feed feed = numbers(place, "twelve");
      for (int parallelism : new int[] {1, 2, 7}) {
        var options = new RunOptions(parallelism, 3, OnError.FAIL);
        String expected =
            "item " + place + " (counted from 0): actions[0].filter.at_least.parse_number";
        assertThatThrownBy(() -> engine.engine().run(parsing(), feed, options))
            .isInstanceOf(ItemException.class)
            .hasMessage(expected + ": 'twelve' is not a number");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_manyItemErrors_failsWithTheFirst(Engines engine) {
    var items = new ArrayList<Item>();
    for (int row = 0; row < ITEMS; row++) {
      items.add(new Item(row, Text.of(row < 17 ? "1" : "x" + row)));
    }
    Feed feed = Feed.of(SCHEMA, items);
    for (int chunk = 1; chunk <= ITEMS; chunk++) {
      var options = new RunOptions(4, chunk, OnError.FAIL);
      assertThatThrownBy(() -> engine.engine().run(parsing(), feed, options))
          .isInstanceOf(ItemException.class)
          .hasMessageContaining("item 17 ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_faultInAnyChunk_reachesCallerUnwrapped(Engines engine) {
    for (int place = 0; place < ITEMS; place++) {
      int faulty = place;
      for (Plan plan : List.of(parsing(), sorting())) {
        Feed feed = Feed.ofPieces(SCHEMA, List.of(faultyFrom(faulty, new AtomicInteger())));
        assertThatThrownBy(
                () -> engine.engine().run(plan, feed, new RunOptions(3, 2, OnError.NULL)))
            .isInstanceOf(Fault.class)
            .hasMessage("fault at " + faulty);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EAGER")
  void run_limitBeforeTheFault_succeeds(Engines engine) throws InterruptedException {
    Plan plan = Plan.of(List.of(filter(), new Limit(20)), SCHEMA);
    Feed feed = Feed.ofPieces(SCHEMA, List.of(faultyFrom(20, new AtomicInteger())));
    RunResult result = engine.engine().run(plan, feed, new RunOptions(3, 4, OnError.FAIL));
    assertThat(result.feed().size()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource(names = "FUSED")
  void run_limit_pullsOnlyWhatIsNeeded(Engines engine) throws InterruptedException {
    var read = new AtomicInteger();
    Plan plan = Plan.of(List.of(filter(), new Limit(5)), SCHEMA);
    Feed feed = Feed.ofPieces(SCHEMA, List.of(faultyFrom(ITEMS, read)));
    RunResult result = engine.engine().run(plan, feed, new RunOptions(1, 4, OnError.FAIL));
    assertThat(result.feed().size()).isEqualTo(5);
    assertThat(read).hasValue(5);
  }

  @ParameterizedTest
  @EnumSource
  void run_interrupted_stopsAndSaysSo(Engines engine) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var thrown = new AtomicReference<Throwable>();
    List<Item> endless = endless(begun);
    Plan plan = Plan.of(List.of(filter(), new Sort(List.of(key()))), SCHEMA);
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                engine.engine().run(plan, feedOf(endless), RunOptions.parallel(2));
              } catch (Throwable failed) {
                thrown.set(failed);
              }
            });
    begun.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  private static Feed feedOf(List<Item> items) {
    return Feed.ofPieces(SCHEMA, List.of(items));
  }

  private static Plan parsing() {
    return Plan.of(List.of(filter()), SCHEMA);
  }

  private static Plan sorting() {
    return Plan.of(List.of(filter(), new Sort(List.of(key())), filter()), SCHEMA);
  }

  private static Action filter() {
    return new Filter(
        new AtLeast(new ParseNumber(new Field("text"), null), new Literal(Decimal.ZERO)));
  }

  private static SortKey key() {
    return new SortKey(new Field("text"), null, null);
  }

  private static Feed numbers(int place, String text) {
    var items = new ArrayList<Item>();
    for (int row = 0; row < ITEMS; row++) {
      items.add(new Item(row, Text.of(row == place ? text : "" + row)));
    }
    return Feed.of(SCHEMA, items);
  }

  private static List<Item> faultyFrom(int place, AtomicInteger read) {
    return new AbstractList<>() {
      @Override
      public Item get(int index) {
        if (index >= place) {
          throw new Fault(index);
        }
        read.incrementAndGet();
        return new Item(index, Text.of("" + index));
      }

      @Override
      public int size() {
        return ITEMS;
      }
    };
  }

  private static List<Item> endless(CountDownLatch begun) {
    return new AbstractList<>() {
      @Override
      public Item get(int index) {
        begun.countDown();
        return new Item(index, Text.of("1"));
      }

      @Override
      public int size() {
        return ENDLESS;
      }
    };
  }
}
