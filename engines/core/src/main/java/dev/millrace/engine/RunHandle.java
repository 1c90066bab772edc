package dev.millrace.engine;

import dev.millrace.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Steers one run from outside, and tells how it goes. Any thread may call any method.
public final class RunHandle {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicInteger workers = new AtomicInteger();
  private final LongAdder blockedNanos = new LongAdder();
  private final @Nullable Trace trace;
  private volatile int parallelism;
  private volatile boolean cancelled;

  /// A handle for one run.
  ///
  /// @param parallelism the most threads that may evaluate items at first; 0 begins with a pause
  public RunHandle(int parallelism) {
    this(parallelism, null);
  }

  /// A handle for one run.
  ///
  /// @param parallelism the most threads that may evaluate items at first; 0 begins with a pause
  /// @param trace takes note of every unit of work of the run; it must be empty
  public RunHandle(int parallelism, @Nullable Trace trace) {
    this.parallelism = required(parallelism);
    this.trace = trace;
  }

  /// What takes note of the run's units of work; null when nobody wants to know; for schedulers.
  public @Nullable Trace trace() {
    return trace;
  }

  /// Notes something in the run's trace, if it has one; for schedulers.
  public void note(Consumer<Trace> note) {
    if (trace != null) {
      note.accept(trace);
    }
  }

  /// Grants or withdraws threads. Workers above the number leave at the end of the unit they are
  /// at; 0 pauses the run, and any other number resumes it. The result does not change.
  public void parallelism(int threads) {
    parallelism = required(threads);
    changed();
  }

  /// The most threads that may evaluate items.
  public int parallelism() {
    return parallelism;
  }

  /// Asks the run to stop: it throws a [CancellationException], unless it has ended by then.
  public void cancel() {
    cancelled = true;
    changed();
  }

  /// Whether the run was asked to stop.
  public boolean isCancelled() {
    return cancelled;
  }

  /// How many threads are at work now: those that step the outer pipeline or run a unit.
  public int workers() {
    return workers.get();
  }

  /// How long workers were blocked inside a step of the outer pipeline, all together.
  public Duration blocked() {
    return Duration.ofNanos(blockedNanos.sum());
  }

  /// Calls a listener after each change; for schedulers.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// Notes that a worker began if there is a place for it; for schedulers.
  ///
  /// @return whether there was
  public boolean enter() {
    for (int now = workers.get(); now < parallelism; now = workers.get()) {
      if (workers.compareAndSet(now, now + 1)) {
        return true;
      }
    }
    return false;
  }

  /// Notes that a worker left, and gives how many are left; for schedulers.
  public int leave() {
    return workers.decrementAndGet();
  }

  /// Notes that a worker left if there are more of them than may be; for schedulers.
  ///
  /// @return whether it left
  public boolean leaveIfTooMany() {
    for (int now = workers.get(); now > parallelism; now = workers.get()) {
      if (workers.compareAndSet(now, now - 1)) {
        return true;
      }
    }
    return false;
  }

  /// Notes that a step blocked its worker; for schedulers.
  public void blockedFor(long nanos) {
    blockedNanos.add(nanos);
  }

  /// Ends the caller's work early if the run is to stop.
  ///
  /// @throws CancellationException if the run was cancelled or the calling thread is interrupted
  public void check() {
    if (cancelled || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the run was cancelled");
    }
  }

  /// Like [#check()], and waits while the run is paused; for engines without workers.
  public void checkAndPause() {
    check();
    if (parallelism == 0) {
      pause();
    }
  }

  private synchronized void pause() {
    try {
      while (parallelism == 0 && !cancelled) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    check();
  }

  private void changed() {
    synchronized (this) {
      notifyAll();
    }
    listeners.forEach(Runnable::run);
  }

  private static int required(int parallelism) {
    if (parallelism < 0) {
      throw new IllegalArgumentException("parallelism: " + parallelism);
    }
    return parallelism;
  }
}
