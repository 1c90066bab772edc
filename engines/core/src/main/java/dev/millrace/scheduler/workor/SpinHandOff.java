package dev.millrace.scheduler.workor;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The pipeline in a cell, taken by compare-and-set; who finds it empty spins for a while, then
/// parks. Like Haskell's `TMVar`, whoever is running may take it first.
final class SpinHandOff implements HandOff {
  /*
   * A waiter puts itself into the queue, then looks at the cell once more, then parks. Whoever gives
   * the pipeline back fills the cell, then wakes one waiter. So either the waiter sees the pipeline
   * or the giver sees the waiter. A waiter that wakes and finds the cell empty puts itself back at the
   * end; one that has the pipeline needs no wake-up, and gives one when it is done.
   */
  private static final int SPINS = 200;

  private final AtomicReference<@Nullable Pipe<Void>> cell;
  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();
  private final HandOffMeter meter;

  SpinHandOff(Pipe<Void> pipe, HandOffMeter meter) {
    this.cell = new AtomicReference<>(pipe);
    this.meter = meter;
  }

  @Override
  public WorkOr<Void> next(int worker) {
    Pipe<Void> pipe = take();
    try {
      return meter.counted(worker, pipe.step());
    } finally {
      cell.set(pipe);
      LockSupport.unpark(waiters.poll());
    }
  }

  private Pipe<Void> take() {
    Pipe<Void> pipe = cell.getAndSet(null);
    if (pipe != null) {
      return pipe;
    }
    meter.failedTake();
    for (int i = 0; i < SPINS && pipe == null; i++) {
      Thread.onSpinWait();
      pipe = cell.get() == null ? null : cell.getAndSet(null);
    }
    return pipe == null ? park() : pipe;
  }

  private Pipe<Void> park() {
    Thread self = Thread.currentThread();
    while (true) {
      waiters.add(self);
      Pipe<Void> pipe = cell.getAndSet(null);
      if (pipe == null) {
        meter.parked();
        LockSupport.park(this);
        pipe = cell.getAndSet(null);
      }
      waiters.remove(self);
      if (pipe != null) {
        return pipe;
      }
    }
  }
}
