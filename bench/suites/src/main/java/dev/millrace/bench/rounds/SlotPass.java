package dev.millrace.bench.rounds;

import dev.millrace.bench.workload.WrongAnswerException;
import dev.millrace.jmh.ProcessClock;
import dev.millrace.jmh.Quantities;
import dev.millrace.slot.Rack;
import dev.millrace.slot.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Chunks of tiny items, done by two threads that take them from one cursor, and a consumer that
/// wants the results in order.
public final class SlotPass implements AutoCloseable {
  private static final int BARE_LOOPS = 25;

  private final Consumer consumer;
  private final int chunks;
  private final int size;
  private final ExecutorService workers;
  private final ProcessClock clock = ProcessClock.finest();
  private final long expected;
  private final double bareNanos;
  private long begun;
  private long passes;

  /// What the thread does that wants the results.
  public enum Consumer {
    /// It takes them as they come, asleep where one is not there.
    PARKS(2),
    /// It works too, and takes them at the end.
    HELPS(1);

    private final int workers;

    Consumer(int workers) {
      this.workers = workers;
    }
  }

  /// Starts the workers, and times the chunks in a bare loop.
  ///
  /// @param chunks how many chunks there are
  /// @param size how many items each has
  public SlotPass(Consumer consumer, int chunks, int size) {
    this.consumer = consumer;
    this.chunks = chunks;
    this.size = size;
    this.workers = Executors.newFixedThreadPool(consumer.workers);
    this.expected = loop();
    this.bareNanos = (double) medianOfLoops() / chunks;
  }

  /// Marks the beginning of some passes.
  public void begin() {
    begun = clock.read().nanos();
    passes = 0;
  }

  /// Notes the CPU time of the passes since the beginning, for a chunk, beyond that of its items.
  public void noteOverhead() {
    double used = clock.read().nanos() - begun;
    Quantities.mean("overhead", "ns/chunk", used / passes / chunks - bareNanos);
  }

  /// One pass through the slots of an unused rack.
  ///
  /// @throws WrongAnswerException if what was taken is not what the loop gives
  public long through(Rack<Long> rack) throws InterruptedException {
    var slots = new ArrayList<Slot<Long>>(chunks);
    for (int i = 0; i < chunks; i++) {
      slots.add(rack.create());
    }
    start(chunk -> slots.get(chunk).put(result(chunk)));
    long sum = 0;
    for (Slot<Long> slot : slots) {
      sum = plus(sum, slot.take());
    }
    return check(sum);
  }

  /// One pass through an array that is read when the workers are done.
  ///
  /// @throws WrongAnswerException if what is in it is not what the loop gives
  public long join() throws InterruptedException, ExecutionException {
    var results = new Long[chunks];
    for (Future<?> worker : start(chunk -> results[chunk] = result(chunk))) {
      worker.get();
    }
    long sum = 0;
    for (Long result : results) {
      sum = plus(sum, result);
    }
    return check(sum);
  }

  @Override
  public void close() {
    workers.close();
  }

  private List<Future<?>> start(IntConsumer chunk) {
    passes++;
    var cursor = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = cursor.getAndIncrement(); i < chunks; i = cursor.getAndIncrement()) {
            chunk.accept(i);
          }
        };
    var started = new ArrayList<Future<?>>();
    for (int i = 0; i < consumer.workers; i++) {
      started.add(workers.submit(share));
    }
    if (consumer == Consumer.HELPS) {
      share.run();
    }
    return started;
  }

  private long loop() {
    long sum = 0;
    for (int i = 0; i < chunks; i++) {
      sum = plus(sum, result(i));
    }
    return sum;
  }

  private long medianOfLoops() {
    var times = new long[BARE_LOOPS];
    for (int i = 0; i < BARE_LOOPS; i++) {
      long before = clock.read().nanos();
      check(loop());
      times[i] = clock.read().nanos() - before;
    }
    Arrays.sort(times);
    return times[BARE_LOOPS / 2];
  }

  private long result(int chunk) {
    return Rounds.of(chunk, size);
  }

  /// A checksum that depends on the order.
  private static long plus(long sum, long result) {
    return 31 * sum + result;
  }

  private long check(long sum) {
    if (sum != expected) {
      throw new WrongAnswerException(
          "wrong answer: " + chunks + " chunks: expected checksum " + expected + ", got " + sum);
    }
    return sum;
  }
}
