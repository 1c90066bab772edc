package dev.millrace.scheduler;

import dev.millrace.engine.RunHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets as many units run at the same time as the run's handle allows; the others wait before they
/// begin. Where there is a place, taking it is one compare-and-set.
public final class Permits {
  private final RunHandle handle;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicInteger waiting = new AtomicInteger();

  /// The permits of one run.
  public Permits(RunHandle handle) {
    this.handle = handle;
    handle.onChange(this::wake);
  }

  /// Runs a unit when there is a place for it, or not at all when the run is cancelled.
  ///
  /// @throws java.util.concurrent.CancellationException if it is
  public void run(Runnable unit) {
    if (!handle.enter()) {
      await();
    }
    try {
      unit.run();
    } finally {
      handle.leave();
      if (waiting.get() > 0) {
        wake();
      }
    }
  }

  /// Who waits counts itself first and then tries again; who leaves makes the place first and then
  /// looks whether anybody waits.
  private void await() {
    lock.lock();
    try {
      waiting.incrementAndGet();
      while (!handle.enter()) {
        handle.check();
        changed.awaitUninterruptibly();
      }
    } finally {
      waiting.decrementAndGet();
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
