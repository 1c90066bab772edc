package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.scheduler.cursor.CursorScheduler;
import dev.millrace.scheduler.forkjoin.ForkJoinScheduler;
import dev.millrace.scheduler.sequential.SequentialScheduler;
import dev.millrace.scheduler.workor.Combinations;
import dev.millrace.slot.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What happens when something goes wrong at any item of any stage: an error of the item, a fault
/// of the program, an interrupt, a cancellation, a pause. Every case ends, with the right answer or
/// with the right exception, and leaves no thread.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@ExtendWith(NoWorkerLeft.class)
class FaultInjectionTest {
  /// The places of traps, each with the rows that come by in their order there.
  private enum Stage {
    ITEM_WISE("actions[0]", upFrom(0, StagedPlan.ITEMS)),
    ORDERED("actions[1]", upFrom(0, StagedPlan.ITEMS)),
    SORTED("actions[2]", upFrom(0, StagedPlan.ITEMS).reversed()),
    AFTER_SORT("actions[3]", upFrom(0, StagedPlan.ITEMS).reversed()),
    CONDITION("actions[4]", upFrom(0, StagedPlan.ITEMS).reversed()),
    BRANCH("actions[4].then[0]", upFrom(StagedPlan.HALF, StagedPlan.ITEMS).reversed()),
    DEDUPLICATED("actions[4].then[1]", upFrom(StagedPlan.HALF, StagedPlan.ITEMS).reversed()),
    AFTER_DEDUPLICATE("actions[4].then[2]", upFrom(StagedPlan.HALF, StagedPlan.ITEMS).reversed()),
    OTHER_BRANCH("actions[4].else[0]", upFrom(0, StagedPlan.HALF).reversed()),
    TAIL("actions[5]", upFrom(0, StagedPlan.ITEMS).reversed());

    private final String path;
    private final List<Long> rows;

    Stage(String path, List<Long> rows) {
      this.path = path;
      this.rows = rows;
    }

    private static List<Long> upFrom(int first, int end) {
      return IntStream.range(first, end).mapToObj(Long::valueOf).toList();
    }
  }

  /// A fault that no policy covers.
  private static final class Fault extends IllegalStateException {
    Fault(Stage stage, long row) {
      super(stage + ", row " + row);
    }
  }

  static List<Scheduler> schedulers() {
    var schedulers = new ArrayList<Scheduler>(Combinations.all());
    schedulers.add(new ForkJoinScheduler(Slots.LOCKFREE));
    schedulers.add(new CursorScheduler());
    schedulers.add(new SequentialScheduler());
    return schedulers;
  }

  @ParameterizedTest
  @EnumSource
  void run_itemErrorAtAnyItemOfAnyStage_answersLikeTheReference(Engines engine)
      throws InterruptedException {
    for (OnError policy : OnError.values()) {
      for (Column column : StagedPlan.SCHEMA.columns()) {
        for (int row = 0; row < StagedPlan.ITEMS; row++) {
          Feed feed = StagedPlan.feed(column.name(), row);
          Object expected = answer(Engines.EAGER, feed, new RunOptions(1, 1, policy));
          for (int chunk : new int[] {1, 3, StagedPlan.ITEMS}) {
            assertThat(answer(engine, feed, new RunOptions(3, chunk, policy)))
                .as("%s, row %d of %s, chunks of %d", policy, row, column.name(), chunk)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void run_faultAtAnyItemOfAnyStage_reachesTheCaller(Scheduler scheduler) {
    for (Stage stage : Stage.values()) {
      for (long at : stage.rows) {
        Trapped trapped = trapped(stage, row -> row == at);
        assertThatThrownBy(() -> run(trapped, scheduler, new RunHandle(3)))
            .isInstanceOf(Fault.class)
            .hasMessage(stage + ", row " + at)
            .hasNoCause();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void run_faultsFromAnyItemOn_failsWithTheFirst(Scheduler scheduler) {
    for (Stage stage : Stage.values()) {
      for (long from : stage.rows) {
        List<Long> faulty = stage.rows.subList(stage.rows.indexOf(from), stage.rows.size());
        assertThatThrownBy(() -> run(trapped(stage, faulty::contains), scheduler, new RunHandle(3)))
            .isInstanceOf(Fault.class)
            .hasMessage(stage + ", row " + from);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void run_faultInAnyFold_reachesTheCaller(Scheduler scheduler) {
    for (JoinStrategy join : JoinStrategy.values()) {
      for (int fold = 1; fold < StagedPlan.ITEMS; fold++) {
        var left = new AtomicInteger(fold);
        var trapped =
            new Trapped(
                "actions[0].fold",
                _ -> {
                  if (left.decrementAndGet() == 0) {
                    throw new Fault(Stage.DEDUPLICATED, -1);
                  }
                });
        var options = new RunOptions(3, 2, OnError.FAIL).with(join);
        assertThatThrownBy(() ->
                new ComposedEngine(trapped, scheduler)
                    .run(StagedPlan.allEqual(), StagedPlan.feed("t0", -1), options))
            .as("fold %d by %s", fold, join)
            .isInstanceOf(Fault.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void run_interruptedAtAnyItemOfAnyStage_stopsOrKeepsTheInterrupt(Scheduler scheduler)
      throws InterruptedException {
    Thread caller = Thread.currentThread();
    List<Item> expected = items(undisturbed());
    for (Stage stage : Stage.values()) {
      for (long at : stage.rows) {
        var interrupting = new Trapped(stage.path, row -> interruptIf(row == at, caller));
        try {
          RunResult result = run(interrupting, scheduler, new RunHandle(3));
          assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
          assertThat(items(result)).isEqualTo(expected);
        } catch (InterruptedException stopped) {
          assertThat(caller.isInterrupted()).as("the interrupt is used up").isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void run_cancelledAtAnyItemOfAnyStage_stopsOrAnswers(Scheduler scheduler)
      throws InterruptedException {
    List<Item> expected = items(undisturbed());
    for (Stage stage : Stage.values()) {
      for (long at : stage.rows) {
        var handle = new RunHandle(3);
        var cancelling = new Trapped(stage.path, row -> cancelIf(row == at, handle));
        try {
          assertThat(items(run(cancelling, scheduler, handle))).isEqualTo(expected);
        } catch (CancellationException stopped) {
          assertThat(handle.isCancelled()).isTrue();
        }
        assertThat(handle.workers()).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedulers")
  void run_pausedAtAnyItemOfAnyStage_answersOnceResumed(Scheduler scheduler)
      throws InterruptedException {
    List<Item> expected = items(undisturbed());
    try (var resumer = Executors.newSingleThreadExecutor()) {
      for (Stage stage : Stage.values()) {
        for (long at : stage.rows) {
          var handle = new RunHandle(3);
          var pausing =
              new Trapped(
                  stage.path,
                  row -> {
                    if (row == at) {
                      handle.parallelism(0);
                      resumer.execute(() -> handle.parallelism(2));
                    }
                  });
          assertThat(items(run(pausing, scheduler, handle))).isEqualTo(expected);
          assertThat(handle.workers()).isZero();
        }
      }
    }
  }

  private static Trapped trapped(Stage stage, LongPredicate faulty) {
    return new Trapped(
        stage.path,
        row -> {
          if (faulty.test(row)) {
            throw new Fault(stage, row);
          }
        });
  }

  private static void interruptIf(boolean here, Thread caller) {
    if (here) {
      caller.interrupt();
    }
  }

  private static void cancelIf(boolean here, RunHandle handle) {
    if (here) {
      handle.cancel();
    }
  }

  private static RunResult undisturbed() throws InterruptedException {
    return Engines.EAGER
        .engine()
        .run(StagedPlan.plan(), StagedPlan.feed("t0", -1), RunOptions.parallel(1));
  }

  private static RunResult run(Trapped trapped, Scheduler scheduler, RunHandle handle)
      throws InterruptedException {
    var options = new RunOptions(3, 2, OnError.FAIL);
    return new ComposedEngine(trapped, scheduler)
        .run(StagedPlan.plan(), StagedPlan.feed("t0", -1), options, handle);
  }

  /// What a run gave, all of it, or the error it failed with.
  private static Object answer(Engines engine, Feed feed, RunOptions options)
      throws InterruptedException {
    try {
      RunResult result = engine.engine().run(StagedPlan.plan(), feed, options);
      return List.of(items(result), result.errors(), result.counts());
    } catch (ItemException failed) {
      return failed.error();
    }
  }

  private static List<Item> items(RunResult result) {
    var items = new ArrayList<Item>();
    result.feed().forEach(items::add);
    return items;
  }
}
