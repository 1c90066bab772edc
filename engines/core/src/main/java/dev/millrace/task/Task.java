package dev.millrace.task;

import dev.millrace.slot.Place;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// A unit of work that begins when the tasks it waits for have ended, runs once, and leaves its
/// result in a place of its own.
///
/// @param <T> the result, never null
public final class Task<T> implements Runnable {
  private final TaskGraph graph;
  private final Callable<T> work;
  private final Place<T> place;
  private final Signal ended = new Signal();
  private final AtomicInteger missing;

  Task(TaskGraph graph, Callable<T> work, Place<T> place, int dependencies) {
    this.graph = graph;
    this.work = work;
    this.place = place;
    this.missing = new AtomicInteger(dependencies + 1);
  }

  /// Does the work. The graph's owner calls it, once.
  @Override
  public void run() {
    try {
      place.put(work.call());
    } catch (Throwable thrown) {
      graph.failed(thrown);
      place.fail(thrown);
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
    return place.value();
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
