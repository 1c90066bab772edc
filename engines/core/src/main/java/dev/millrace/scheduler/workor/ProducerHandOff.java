package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Failures;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
import dev.millrace.task.Changes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A producer of its own steps the pipeline and puts units into a bounded queue, which the workers
/// empty. It is not one of the workers, and takes a thread as long as there is room in the queue.
final class ProducerHandOff implements HandOff {
  /*
   * `producing` is held by the producer from when it is started until it finds the queue full, the
   * pipeline pending or done. It gives it up and then looks again, as does a worker that made room,
   * so room is never left unseen. What the producer finds at the end (`done`) is seen by workers only
   * when the queue is empty.
   *
   * A thread is asked for by workers only: the executor is open as long as one of them is at work. A
   * producer that finds room again goes on itself, for by then the run may have ended without it.
   */
  private static final int ROOM = 64;
  private static final int PRODUCER = Integer.MAX_VALUE;

  private final Pipe<Void> pipe;
  private final HandOffMeter meter;
  private final Executor executor;
  private final BlockingQueue<Work<Void>> queue = new ArrayBlockingQueue<>(ROOM);
  private final AtomicBoolean producing = new AtomicBoolean();
  private final Changes changes = new Changes();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean waiting;
  private volatile boolean done;

  ProducerHandOff(Pipe<Void> pipe, Executor executor, HandOffMeter meter) {
    this.pipe = pipe;
    this.meter = meter;
    this.executor = executor;
  }

  @Override
  public WorkOr<Void> next(int worker) {
    long version = changes.version();
    boolean wasDone = done;
    Work<Void> work = queue.poll();
    if (work != null) {
      if (queue.size() <= ROOM / 2) {
        start();
      }
      return work;
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw Failures.rethrow(thrown);
    }
    if (wasDone) {
      return new Done<>();
    }
    meter.failedTake();
    start();
    return new Pending<>(changes.since(version));
  }

  private void start() {
    if (begins()) {
      executor.execute(this::produce);
    }
  }

  /// Whether there is something to produce, and the caller is the one to do it.
  private boolean begins() {
    return !done && !waiting && producing.compareAndSet(false, true);
  }

  private void produce() {
    do {
      try {
        while (queue.remainingCapacity() > 0 && step()) {
          changes.note();
        }
      } catch (Throwable thrown) {
        failure.compareAndSet(null, thrown);
      }
      producing.set(false);
      changes.note();
    } while (queue.size() <= ROOM / 2 && failure.get() == null && begins());
  }

  /// Steps the pipeline, and tells whether it gave work.
  private boolean step() {
    return switch (meter.counted(PRODUCER, pipe.step())) {
      case Work<Void> work -> queue.add(work);
      case Pending<Void>(var until) -> {
        waiting = true;
        until.whenMet(this::resume);
        yield false;
      }
      case Done<Void> _ -> {
        done = true;
        yield false;
      }
      case Value<Void> _ -> throw new IllegalStateException("a value that nobody takes");
    };
  }

  private void resume() {
    waiting = false;
    start();
  }
}
