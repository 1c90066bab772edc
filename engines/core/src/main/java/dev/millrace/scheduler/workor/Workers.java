package dev.millrace.scheduler.workor;

import dev.millrace.engine.RunHandle;
import dev.millrace.pipeline.Failures;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
import dev.millrace.task.Dependency;
import dev.millrace.task.TaskGraph;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The workers of one run: each takes the next unit, runs it, and again. As many as the run's
/// handle allows are at work; each has a permit as long as it is, not one for each unit.
final class Workers {
  /*
   * A worker leaves, and its thread goes back to the executor, when
   *   there are too many         the next grant calls workers again
   *   the pipeline is pending    what it waits for calls one worker again
   *   the run has ended
   *
   * A worker that is given a unit calls another as long as there is a place, so that one call is
   * enough to bring all back. Of the workers that leave a pending pipeline only one listens: the
   * listener takes itself off the list (`listening`) before it calls, so whoever leaves without
   * listening is followed by a call that sees all that happened before it left.
   *
   * The run is over when it has ended and nobody is at work. A worker that enters late finds that
   * it has ended, and leaves; the executor is closed after that, so no thread is left.
   */
  private final HandOff handOff;
  private final ExecutorService executor;
  private final RunHandle handle;
  private final TaskGraph graph;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicBoolean listening = new AtomicBoolean();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean ended;
  private volatile boolean completed;

  /// Workers of a run.
  ///
  /// @param handOff gives them their units
  /// @param executor gives them their threads
  /// @param handle says how many there may be
  /// @param graph the tasks that the units are
  Workers(HandOff handOff, ExecutorService executor, RunHandle handle, TaskGraph graph) {
    this.handOff = handOff;
    this.executor = executor;
    this.handle = handle;
    this.graph = graph;
  }

  /// Works until the pipeline is done, and waits until no worker is left.
  ///
  /// @throws InterruptedException if the calling thread is interrupted; the run is then cancelled
  void run() throws InterruptedException {
    handle.onChange(this::callAll);
    callAll();
    boolean interrupted = false;
    while (true) {
      try {
        over.await();
        break;
      } catch (InterruptedException interruption) {
        interrupted = true;
        handle.cancel();
      }
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw Failures.rethrow(cause);
    }
    if (!completed) {
      handle.check();
    }
  }

  private void callAll() {
    if (handle.isCancelled()) {
      end(null);
    }
    boolean called = callOne();
    while (called) {
      called = callOne();
    }
  }

  private boolean callOne() {
    if (ended || !handle.enter()) {
      return false;
    }
    try {
      executor.execute(this::work);
      return true;
    } catch (Throwable noThread) {
      left();
      end(noThread);
      return false;
    }
  }

  private void work() {
    int number = numbers.getAndIncrement();
    try {
      while (!ended) {
        if (handle.leaveIfTooMany()) {
          overIfNobodyIsLeft();
          return;
        }
        switch (handOff.next(number)) {
          case Work<Void>(Runnable unit) -> {
            callOne();
            unit.run();
            endIfFailed();
          }
          case Pending<Void>(Dependency until) -> {
            left();
            listen(until);
            return;
          }
          case Done<Void> _ -> {
            completed = true;
            end(null);
          }
          case Value<Void> _ -> throw new IllegalStateException("a value that nobody takes");
        }
      }
    } catch (Throwable thrown) {
      end(thrown);
    }
    left();
  }

  private void listen(Dependency until) {
    if (listening.compareAndSet(false, true)) {
      until.whenMet(() -> {
        listening.set(false);
        callOne();
      });
    }
  }

  private void endIfFailed() {
    Throwable unexpected = graph.failure();
    if (unexpected != null) {
      end(unexpected);
    }
  }

  private void end(@Nullable Throwable cause) {
    if (cause != null && !ended) {
      failure.compareAndSet(null, cause);
    }
    ended = true;
    overIfNobodyIsLeft();
  }

  private void left() {
    handle.leave();
    overIfNobodyIsLeft();
  }

  private void overIfNobodyIsLeft() {
    if (ended && handle.workers() == 0) {
      over.countDown();
    }
  }
}
