package dev.millrace.task;

import dev.millrace.slot.Place;
import dev.millrace.trace.Unit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Unit unit;

  Task(TaskGraph graph, Callable<T> work, int dependencies, @Nullable Unit unit) {
    this.graph = graph;
    this.work = work;
    this.place = graph.place();
    this.missing = new AtomicInteger(dependencies + 1);
    this.unit = unit;
  }

  /// Does the work. The graph's owner calls it, once.
  @Override
  public void run() {
    if (unit != null) {
      unit.begin();
    }
    try {
      place.put(work.call());
    } catch (Throwable thrown) {
      graph.failed(thrown);
      place.fail(thrown);
    } finally {
      if (unit != null) {
        unit.end();
      }
      ended.fire();
      graph.ended();
    }
  }

  /// What a trace has of it; null without a trace.
  @Nullable Unit unit() {
    return unit;
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
