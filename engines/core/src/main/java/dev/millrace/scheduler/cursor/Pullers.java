package dev.millrace.scheduler.cursor;

import dev.millrace.engine.RunHandle;
import dev.millrace.scheduler.Permits;
import dev.millrace.scheduler.Waves.Crew;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The workers of one run. They are called as the run is granted threads, and go when they find no
/// unit left.
final class Pullers implements Crew {
  private final RunHandle handle;
  private final Executor executor;
  private final Permits permits;
  private volatile @Nullable Wave wave;

  Pullers(RunHandle handle, Executor executor) {
    this.handle = handle;
    this.executor = executor;
    this.permits = new Permits(handle);
    handle.onChange(this::callMore);
  }

  @Override
  public void run(List<? extends Runnable> units) {
    var now = new Wave(units, Thread.currentThread());
    wave = now;
    callMore();
    now.pull();
    now.await();
    wave = null;
  }

  private void callMore() {
    Wave now = wave;
    if (now != null) {
      now.callMore();
    }
  }

  /// Units that are taken one after another.
  private final class Wave {
    private final List<? extends Runnable> units;
    private final Thread caller;
    private final AtomicInteger cursor = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger called = new AtomicInteger(1);

    Wave(List<? extends Runnable> units, Thread caller) {
      this.units = units;
      this.caller = caller;
    }

    /// Calls workers until there is one for each thread that is granted and each unit left.
    void callMore() {
      int wanted = Math.min(handle.parallelism(), units.size());
      for (int now = called.get(); now < wanted; now = called.get()) {
        if (called.compareAndSet(now, now + 1)) {
          call();
        }
      }
    }

    private void call() {
      try {
        executor.execute(this::pull);
      } catch (RejectedExecutionException ended) {
        // More threads were granted as the run ended: there is nothing left to do for them.
      }
    }

    /// Runs units until none is left. A unit that finds the run cancelled ends without a result.
    void pull() {
      for (int next = cursor.getAndIncrement();
          next < units.size();
          next = cursor.getAndIncrement()) {
        try {
          cancelIfInterrupted();
          permits.run(units.get(next));
        } catch (CancellationException cancelled) {
          // The wave's owner finds out by itself that the run is cancelled.
        } finally {
          if (ended.incrementAndGet() == units.size()) {
            LockSupport.unpark(caller);
          }
        }
      }
    }

    private void cancelIfInterrupted() {
      if (Thread.currentThread().isInterrupted()) {
        handle.cancel();
      }
    }

    /// Waits until all units have ended. An interrupt cancels the run and is kept.
    void await() {
      boolean interrupted = false;
      while (ended.get() < units.size()) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          interrupted = true;
          handle.cancel();
        }
      }
      if (interrupted) {
        caller.interrupt();
      }
    }
  }
}
