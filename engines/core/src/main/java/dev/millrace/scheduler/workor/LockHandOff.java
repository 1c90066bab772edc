package dev.millrace.scheduler.workor;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The pipeline behind a [ReentrantLock].
///
/// A fair lock serves workers first come, first served, as Haskell's `MVar` does: the next one has
/// to wake up before anything goes on. A barging lock lets a running worker take the pipeline
/// before a sleeping one.
final class LockHandOff implements HandOff {
  private final Pipe<Void> pipe;
  private final HandOffMeter meter;
  private final ReentrantLock lock;

  LockHandOff(boolean fair, Pipe<Void> pipe, HandOffMeter meter) {
    this.pipe = pipe;
    this.meter = meter;
    this.lock = new ReentrantLock(fair);
  }

  @Override
  public WorkOr<Void> next(int worker) {
    take();
    try {
      return meter.counted(worker, pipe.step());
    } finally {
      lock.unlock();
    }
  }

  private void take() {
    if (!isFreeNow()) {
      meter.failedTake();
      meter.parked();
      lock.lock();
    }
  }

  /// The timed try honours fairness, the plain one does not.
  private boolean isFreeNow() {
    if (!lock.isFair()) {
      return lock.tryLock();
    }
    try {
      return lock.tryLock(0, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
