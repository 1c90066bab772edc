package dev.millrace.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.ItemAction.Filter;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.workor.Combinations;
import dev.millrace.scheduler.workor.HandOffs;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The demo of "Parallel streaming in Haskell: Part 1": nine items that take one unit of time each.
///
/// Time is counted, not measured: it moves on by one when every worker there is sleeps on an item.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DemoTest {
  private static final Schema SCHEMA = Schema.of(new Column("n", Type.NUMBER));

  @ParameterizedTest
  @CsvSource({
    "1,1,9", "1,2,5", "1,3,3", "1,4,3", "1,9,1", "2,2,5", "3,1,9", "3,2,6", "3,3,3", "3,9,3",
    "9,1,9", "9,2,9", "9,3,9", "9,9,9"
  })
  void run_nineItems_takesAsLongAsTheChunksAllow(int chunk, int workers, int expected)
      throws InterruptedException {
    Plan plan = Plan.of(List.of(new Filter(new Literal(Bool.TRUE))), SCHEMA);
    for (Scheduler scheduler : schedulers()) {
      var handle = new RunHandle(workers);
      var clock = new Clock(handle);
      var engine = new ComposedEngine(Watched.each(clock::sleep), scheduler);
      var result = engine.run(plan, nine(), new RunOptions(workers, chunk, OnError.FAIL), handle);
      assertThat(result.feed()).containsExactlyElementsOf(nine());
      assertThat(clock.now).as(scheduler.toString()).isEqualTo(expected);
    }
  }

  /// All but those with a producer of its own: its queue may be empty when a worker looks, so that
  /// fewer workers are there than there could be.
  private static List<Scheduler> schedulers() {
    return Combinations.all().stream()
        .filter(scheduler -> scheduler.handOff() != HandOffs.PRODUCER)
        .<Scheduler>map(scheduler -> scheduler)
        .toList();
  }

  private static Feed nine() {
    List<Item> items = IntStream.range(0, 9).mapToObj(n -> new Item(n, Decimal.of(n))).toList();
    return Feed.of(SCHEMA, items);
  }

  /// A clock that moves on when all workers of a run sleep.
  private static final class Clock {
    private static final long LOOK_AGAIN_NANOS = 20_000;

    private final RunHandle handle;
    private int now;
    private int sleeping;

    Clock(RunHandle handle) {
      this.handle = handle;
    }

    /// Sleeps for one unit of time. Nobody tells that a worker left, so sleepers look again.
    void sleep() {
      int until = fallAsleep();
      while (!isOver(until)) {
        LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
      }
    }

    private synchronized int fallAsleep() {
      sleeping++;
      return now + 1;
    }

    private synchronized boolean isOver(int until) {
      if (now < until && sleeping == handle.workers()) {
        now++;
        sleeping = 0;
      }
      return now >= until;
    }
  }
}
