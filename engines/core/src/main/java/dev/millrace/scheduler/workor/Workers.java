package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Cancellation;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Failures;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Workers that take turns to advance one outer pipeline and run the units it gives outside of it.
final class Workers {
  /*
   * Each worker: take the pipe → step → give the pipe back → run the unit → again.
   *
   *   lock        guards the pipe and `ended`
   *   resumed     where workers wait that were told `Pending`; signalled by the last unit of the
   *               gathering that is waited for, and at the end
   *
   * No wake-up is lost: a worker looks whether the units have ended while it holds the lock, and the
   * last unit counts itself off before it takes the lock to signal. There is no queue, so at most
   * one unit a worker is outstanding. A single worker is never told to wait, since it has run every
   * unit it was given before it takes the next step.
   */
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition resumed = lock.newCondition();
  private final Cancellation cancellation;
  private boolean ended;
  private @Nullable Throwable failure;

  Workers(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// Wakes the workers that wait for units.
  void wake() {
    lock.lock();
    try {
      resumed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Runs the pipe to its end on some threads, and waits until all have ended.
  ///
  /// @throws InterruptedException if the calling thread is interrupted; the workers then end early
  void run(Pipe<Chunk> pipe, int count, ThreadFactory threads) throws InterruptedException {
    var started = new ArrayList<Thread>(count);
    try {
      for (int i = 0; i < count; i++) {
        Thread thread = threads.newThread(() -> work(pipe));
        thread.start();
        started.add(thread);
      }
    } catch (Throwable noThread) {
      end(noThread);
    }
    join(started);
    if (failure != null) {
      throw Failures.rethrow(failure);
    }
  }

  private void join(List<Thread> started) throws InterruptedException {
    boolean interrupted = false;
    for (Thread thread : started) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException interruption) {
          interrupted = true;
          cancellation.cancel();
        }
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private void work(Pipe<Chunk> pipe) {
    try {
      for (Runnable unit = next(pipe); unit != null; unit = next(pipe)) {
        unit.run();
      }
    } catch (Throwable thrown) {
      end(thrown);
    }
  }

  /// The next unit, or null when the pipe is done.
  private @Nullable Runnable next(Pipe<Chunk> pipe) throws InterruptedException {
    lock.lock();
    try {
      while (!ended && !cancellation.isCancelled()) {
        switch (pipe.step()) {
          case Work<Chunk>(Runnable unit) -> {
            return unit;
          }
          case Pending<Chunk>(Units units) -> await(units);
          case Done<Chunk> _ -> end(null);
          case Value<Chunk> _ -> throw new IllegalStateException("a chunk that nobody drains");
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void await(Units units) throws InterruptedException {
    while (!ended && !units.haveEnded()) {
      resumed.await();
    }
  }

  private void end(@Nullable Throwable cause) {
    lock.lock();
    try {
      ended = true;
      if (failure == null) {
        failure = cause;
      }
      resumed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
