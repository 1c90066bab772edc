package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.scheduler.Watched;
import dev.millrace.scheduler.cursor.CursorScheduler;
import dev.millrace.scheduler.forkjoin.ForkJoinScheduler;
import dev.millrace.scheduler.sequential.SequentialScheduler;
import dev.millrace.scheduler.workor.Combinations;
import dev.millrace.slot.Slots;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law of runs that are steered while they are going, over all schedulers.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunHandleTest {
  private static final Schema SCHEMA = Schema.of(new Column("n", Type.NUMBER));
  private static final int ITEMS = 600;

  /// What happens when so many items were pulled.
  private static final List<Grant> SCRIPT =
      List.of(new Grant(60, 8), new Grant(150, 2), new Grant(300, 0));

  /// A parallelism, and after how many items it is set.
  private record Grant(int items, int parallelism) {}

  /// Follows the script in its order, whichever threads pull the items.
  private static final class Follower {
    private final RunHandle handle;
    private int pulled;
    private int next;

    Follower(RunHandle handle) {
      this.handle = handle;
    }

    synchronized void pulled() {
      pulled++;
      if (next < SCRIPT.size() && SCRIPT.get(next).items() == pulled) {
        handle.parallelism(SCRIPT.get(next++).parallelism());
      }
    }
  }

  static List<Scheduler> parallel() {
    var schedulers = new ArrayList<Scheduler>(Combinations.all());
    schedulers.add(new ForkJoinScheduler(Slots.LOCKFREE));
    schedulers.add(new CursorScheduler());
    return schedulers;
  }

  static Stream<Scheduler> all() {
    return Stream.concat(parallel().stream(), Stream.of(new SequentialScheduler()));
  }

  @ParameterizedTest
  @MethodSource("parallel")
  void parallelism_changedWhileRunning_changesNothingButTheWorkers(Scheduler scheduler)
      throws InterruptedException {
    var handle = new RunHandle(1);
    var paused = new AtomicBoolean();
    Watched watched = Watched.each(new Follower(handle)::pulled);
    Thread resumer = Thread.ofPlatform().start(() -> paused.set(resumed(handle)));
    RunResult result =
        new ComposedEngine(watched, scheduler).run(plan(), feed(), options(), handle);
    resumer.join();
    assertThat(result.feed()).containsExactlyElementsOf(expected());
    assertThat(paused).isTrue();
    assertThat(handle.workers()).isZero();
    assertThat(handle.blocked()).isZero();
  }

  @ParameterizedTest
  @MethodSource("parallel")
  void parallelism_lowered_isFollowedWithinOneUnit(Scheduler scheduler)
      throws InterruptedException {
    var handle = new RunHandle(8);
    var late = new AtomicInteger();
    var pulled = new AtomicInteger();
    Watched watched =
        Watched.each(() -> {
          if (handle.parallelism() == 2 && handle.workers() > 2) {
            late.incrementAndGet();
          }
          if (pulled.incrementAndGet() == 100) {
            handle.parallelism(2);
          }
        });
    var oneEach = new RunOptions(8, 1, OnError.FAIL);
    new ComposedEngine(watched, scheduler).run(plan(), feed(), oneEach, handle);
    assertThat(late).as("units begun or ended by too many").hasValueLessThan(2 * 8 + 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void cancel_anywhere_endsTheRun(Scheduler scheduler) {
    for (int place = 0; place < ITEMS; place += 37) {
      var handle = new RunHandle(3);
      int until = place;
      var pulled = new AtomicInteger();
      Watched watched =
          Watched.each(() -> {
            if (pulled.getAndIncrement() == until) {
              handle.cancel();
            }
          });
      assertThatThrownBy(
              () -> new ComposedEngine(watched, scheduler).run(plan(), feed(), options(), handle))
          .isInstanceOf(CancellationException.class);
      assertThat(handle.workers()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void cancel_beforeTheRunOrWhilePaused_endsTheRun(Scheduler scheduler)
      throws InterruptedException {
    var engine = new ComposedEngine(new FusedEvaluator(), scheduler);
    var early = new RunHandle(2);
    early.cancel();
    assertThatThrownBy(() -> engine.run(plan(), feed(), options(), early))
        .isInstanceOf(CancellationException.class);
    var paused = new RunHandle(0);
    Thread canceller = Thread.ofPlatform().start(paused::cancel);
    assertThatThrownBy(() -> engine.run(plan(), feed(), options(), paused))
        .isInstanceOf(CancellationException.class);
    canceller.join();
  }

  @Test
  void parallelism_zeroFromTheStart_waitsForAGrant() throws InterruptedException {
    for (Scheduler scheduler : all().toList()) {
      var handle = new RunHandle(0);
      Thread granter = Thread.ofPlatform().start(() -> handle.parallelism(2));
      RunResult result =
          new ComposedEngine(new FusedEvaluator(), scheduler)
              .run(plan(), feed(), options(), handle);
      granter.join();
      assertThat(result.feed()).as(scheduler.toString()).containsExactlyElementsOf(expected());
    }
  }

  /// Waits until the run stands still, then lets it go on; tells that it stood still.
  private static boolean resumed(RunHandle handle) {
    while (handle.parallelism() != 0 || handle.workers() != 0) {
      Thread.onSpinWait();
    }
    boolean stood = handle.parallelism() == 0;
    handle.parallelism(4);
    return stood;
  }

  private static RunOptions options() {
    return new RunOptions(3, 7, OnError.FAIL);
  }

  private static Plan plan() {
    Action all = new Filter(new Literal(Bool.TRUE));
    return Plan.of(
        List.of(
            all,
            new Sort(List.of(new SortKey(new Field("n"), null, null))),
            all,
            new RowNumber("row", null),
            all),
        SCHEMA);
  }

  private static Feed feed() {
    List<Item> items =
        IntStream.range(0, ITEMS)
            .mapToObj(row -> new Item(row, Decimal.of((row * 7919L) % ITEMS)))
            .toList();
    return Feed.of(SCHEMA, items);
  }

  private static List<Item> expected() throws InterruptedException {
    Feed result =
        new ComposedEngine(new FusedEvaluator(), new SequentialScheduler())
            .run(plan(), feed(), options())
            .feed();
    var items = new ArrayList<Item>();
    result.forEach(items::add);
    return items;
  }
}
