package dev.millrace.bench.rounds;

import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.Task;
import dev.millrace.bench.workload.WrongAnswerException;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Item;
import dev.millrace.jmh.Quantities;
import dev.millrace.pipeline.StreamStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A run whose parallelism changes while it is going, by a script, and how well its workers follow.
///
/// A thread of its own follows the script. It sleeps until the next grant is due, and then looks
/// every 20 µs whether the workers have left; latencies are known to no better than that and what
/// the operating system adds.
public final class GrantedRun implements AutoCloseable {
  private static final int LOOK_NANOS = 20_000;
  private static final int BARE_LOOPS = 5;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Script script;
  private final Task task;
  private final long workNanos;
  private final AtomicInteger begun = new AtomicInteger();
  private volatile int mark;
  private volatile @Nullable Thread asleep;
  private final ExecutorService follower =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("grants").daemon().factory());

  /// When and how the grant changes. The first grant stands from the beginning.
  public enum Script {
    /// 1, then 8, 2, 0 and 4.
    CHANGING(
        new Grant(0, 0, 1),
        new Grant(20, 0, 8),
        new Grant(40, 0, 2),
        new Grant(60, 0, 0),
        new Grant(60, 5, 4)),
    /// 2 all the time.
    FIXED(new Grant(0, 0, 2));

    private final Grant[] grants;

    Script(Grant... grants) {
      this.grants = grants;
    }
  }

  /// A grant.
  ///
  /// @param percent how many of a hundred units have begun when it is made
  /// @param millis how long the grant before has been followed by then
  /// @param threads the parallelism
  private record Grant(int percent, int millis, int threads) {}

  /// What is granted, added up while it changes.
  private static final class Meter {
    private int threads;
    private long since = System.nanoTime();
    private long coreNanos;

    void change(int next) {
      long now = System.nanoTime();
      coreNanos += (now - since) * Math.min(threads, CORES);
      since = now;
      threads = next;
    }
  }

  /// Runs over a feed, an item a unit; times the work in a bare loop.
  public GrantedRun(Script script, RoundsFeed feed) throws InterruptedException {
    this.script = script;
    RunOptions options = RunOptions.parallel(1).with(new Chunking.Fixed(1));
    this.task = feed.task(counted().then(feed.stage()), WorkOr.scheduler(), options);
    this.workNanos = bareNanos(feed);
  }

  /// One run under the script. Notes what it lost and how long workers took to follow.
  public RunResult run() throws InterruptedException, ExecutionException {
    begun.set(0);
    var handle = new RunHandle(script.grants[0].threads());
    var meter = new Meter();
    meter.change(script.grants[0].threads());
    Future<?> followed =
        follower.submit(() -> {
          follow(handle, meter);
          return script;
        });
    try {
      RunResult result = task.run(handle);
      followed.get();
      meter.change(0);
      Quantities.mean("granted", "core-ms/op", meter.coreNanos / NANOS_PER_MILLI);
      Quantities.mean("lost", "core-ms/op", (meter.coreNanos - workNanos) / NANOS_PER_MILLI);
      return result;
    } finally {
      followed.cancel(true);
    }
  }

  /// Runs it once under the script and checks the answer.
  ///
  /// @throws WrongAnswerException if it is not the expected one
  public void check(Answer expected) throws InterruptedException, ExecutionException {
    Answer got = Answer.of(run().feed());
    if (!got.equals(expected)) {
      throw new WrongAnswerException("grants " + script, expected, got);
    }
  }

  @Override
  public void close() {
    follower.close();
  }

  private void follow(RunHandle handle, Meter meter) throws InterruptedException {
    int items = task.feed().size();
    for (int i = 1; i < script.grants.length; i++) {
      Grant grant = script.grants[i];
      sleepUntil(items * grant.percent() / 100);
      TimeUnit.MILLISECONDS.sleep(grant.millis());
      meter.change(grant.threads());
      release(handle, grant.threads());
    }
  }

  /// Changes the grant, waits until no more than so many are at work, and notes how long workers
  /// above it took to leave.
  private static void release(RunHandle handle, int threads) {
    boolean isLess = threads < handle.parallelism();
    long asked = System.nanoTime();
    handle.parallelism(threads);
    while (handle.workers() > threads && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    if (isLess) {
      double millis = (System.nanoTime() - asked) / NANOS_PER_MILLI;
      Quantities.mean("release", "ms", millis);
      Quantities.greatest("release.max", "ms", millis);
    }
  }

  /// Sleeps until so many units have begun, or the run has failed. The mark is set before the count
  /// is looked at, and the count is changed before the mark is looked at: one of both sees the
  /// other.
  private void sleepUntil(int units) {
    asleep = Thread.currentThread();
    mark = units;
    while (begun.get() < units && !Thread.currentThread().isInterrupted()) {
      LockSupport.park(this);
    }
  }

  private StreamStage counted() {
    return (in, ledger) ->
        () -> {
          Item item = in.next();
          if (item != null && begun.incrementAndGet() == mark) {
            LockSupport.unpark(asleep);
          }
          return item;
        };
  }

  private static long bareNanos(RoundsFeed feed) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < BARE_LOOPS; i++) {
      long before = System.nanoTime();
      feed.loop();
      best = Math.min(best, System.nanoTime() - before);
    }
    return best;
  }
}
