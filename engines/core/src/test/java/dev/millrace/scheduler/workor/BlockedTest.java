package dev.millrace.scheduler.workor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.Watched;
import dev.millrace.slot.Slots;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No step of the outer pipeline waits: by the run's own counter, and by the flight recorder, which
/// sees every park and wait of a platform thread.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BlockedTest {
  private static final Schema SCHEMA = Schema.of(new Column("n", Type.NUMBER));
  private static final int ITEMS = 500;

  @TempDir Path folder;

  @Test
  void step_pending_neverWaits() throws IOException, InterruptedException {
    for (HandOffs handOff : HandOffs.values()) {
      var handle = new RunHandle(4);
      var scheduler = new WorkOrScheduler(Slots.LOCKFREE, handOff, Threads.PLATFORM);
      List<RecordedEvent> waits = waits(scheduler, Watched.each(() -> {}), handle);
      assertThat(waits.stream().filter(wait -> isIn("step", wait)).map(BlockedTest::stack))
          .isEmpty();
      assertThat(handle.blocked()).isZero();
    }
  }

  /// The test of the test: a scheduler built to wait is found out by both.
  @Test
  void step_blocking_isSeenToWait() throws IOException, InterruptedException {
    var handle = new RunHandle(4);
    var scheduler =
        new WorkOrScheduler(
            Slots.LOCKFREE,
            HandOffs.BARGING,
            Threads.PLATFORM,
            Waiting.BLOCKING,
            new HandOffMeter());
    var first = new AtomicBoolean(true);
    Watched untilAnotherWaits =
        Watched.each(() -> {
          while (first.get() && !anotherWaitsInAStep()) {
            Thread.onSpinWait();
          }
          first.set(false);
        });
    List<RecordedEvent> waits = waits(scheduler, untilAnotherWaits, handle);
    assertThat(waits).anyMatch(wait -> isIn("step", wait));
    assertThat(handle.blocked()).isPositive();
  }

  private List<RecordedEvent> waits(WorkOrScheduler scheduler, Watched evaluator, RunHandle handle)
      throws IOException, InterruptedException {
    Path file = folder.resolve("waits.jfr");
    try (var recording = new Recording()) {
      for (String event : List.of("jdk.ThreadPark", "jdk.JavaMonitorWait")) {
        recording.enable(event).withThreshold(Duration.ZERO).withStackTrace();
      }
      recording.start();
      var options = new RunOptions(4, 200, OnError.FAIL);
      var result = new ComposedEngine(evaluator, scheduler).run(plan(), feed(), options, handle);
      assertThat(result.feed().size()).isEqualTo(ITEMS);
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  private static boolean isIn(String method, RecordedEvent event) {
    return event.getStackTrace() != null
        && event.getStackTrace().getFrames().stream()
            .anyMatch(frame ->
                frame.getMethod().getName().equals(method)
                    && frame.getMethod().getType().getName().startsWith("dev.millrace"));
  }

  /// All frames of a wait, for whoever has to find out about it.
  private static String stack(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
        .collect(Collectors.joining(" < ", event.getDuration() + " ", ""));
  }

  private static boolean anotherWaitsInAStep() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(frame -> frame.getClassName().equals(BlockingPipe.class.getName()));
  }

  private static Plan plan() {
    Action all = new Filter(new Literal(Bool.TRUE));
    Action sort = new Sort(List.of(new SortKey(new Field("n"), null, null)));
    return Plan.of(
        List.of(
            all,
            sort,
            sort,
            new Conditional(
                new Less(new Field("n"), new Literal(Decimal.of(100))),
                List.of(all, sort),
                List.of(sort, new RowNumber("row", null))),
            all),
        SCHEMA);
  }

  private static Feed feed() {
    return Feed.of(
        SCHEMA,
        IntStream.range(0, ITEMS)
            .mapToObj(row -> new Item(row, Decimal.of((row * 7919L) % ITEMS)))
            .toList());
  }
}
