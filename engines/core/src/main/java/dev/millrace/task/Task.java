package dev.millrace.task;

import dev.millrace.slot.Slot;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// A unit of work that begins when the tasks it waits for have ended, runs once, and leaves its
/// result in a slot.
///
/// @param <T> the result, never null
public final class Task<T> implements Runnable {
  private final TaskGraph graph;
  private final Callable<T> work;
  private final Slot<T> slot;
  private final Signal ended = new Signal();
  private final AtomicInteger missing;

  Task(TaskGraph graph, Callable<T> work, Slot<T> slot, int dependencies) {
    this.graph = graph;
    this.work = work;
    this.slot = slot;
    this.missing = new AtomicInteger(dependencies + 1);
  }

  /// Does the work. The graph's owner calls it, once.
  @Override
  public void run() {
    try {
      slot.put(work.call());
    } catch (Throwable thrown) {
      graph.failed(thrown);
      slot.fail(thrown);
    } finally {
      ended.fire();
      graph.ended();
    }
  }

  /// Whether it has ended, so that `result` may be called.
  public boolean hasEnded() {
    return ended.isFired();
  }

  /// What it left. It happens-before: what the task wrote is visible.
  ///
  /// @throws IllegalStateException if it has not ended
  public T result() {
    return slot.value();
  }

  /// Makes this task ready once others have ended; `ready` is run then, at once if they have.
  void waitFor(List<? extends Task<?>> others, Runnable ready) {
    Runnable one =
        () -> {
          if (missing.decrementAndGet() == 0) {
            ready.run();
          }
        };
    for (Task<?> other : others) {
      other.ended.whenMet(one);
    }
    one.run();
  }
}
