package dev.millrace.task;

import dev.millrace.slot.Place;
import dev.millrace.slot.PlainPlace;
import dev.millrace.slot.Slots;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tasks and what they wait for. It runs nothing itself: its owner polls the tasks that are ready,
/// and runs each on any thread.
///
/// Tasks are added by one thread at a time; they are polled, run and ended by any.
public final class TaskGraph {
  private final Supplier<? extends Place<Object>> places;
  private final Runnable checkpoint;
  private final Queue<Task<?>> ready = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Changes changes = new Changes();

  /// A graph without tasks that nobody ends early.
  ///
  /// @param slots where the tasks leave their results
  public TaskGraph(Slots slots) {
    this(slots, () -> {});
  }

  /// A graph without tasks.
  ///
  /// @param slots where the tasks leave their results
  /// @param checkpoint throws to end a task early
  public TaskGraph(Slots slots, Runnable checkpoint) {
    this(slots.<Object>rack()::create, checkpoint);
  }

  /// A graph without tasks whose tasks leave their results in plain fields: the end of a task is
  /// what makes its result visible.
  ///
  /// @param checkpoint throws to end a task early
  public TaskGraph(Runnable checkpoint) {
    this(PlainPlace::new, checkpoint);
  }

  private TaskGraph(Supplier<? extends Place<Object>> places, Runnable checkpoint) {
    this.places = places;
    this.checkpoint = checkpoint;
  }

  /// Adds a task that waits for nothing. It is not polled: the caller sees that it is run.
  public <T> Task<T> first(Callable<T> work) {
    return add(work, 0);
  }

  /// Adds a task that is ready when some others have ended.
  public <T> Task<T> after(List<? extends Task<?>> others, Callable<T> work) {
    Task<T> task = add(work, others.size());
    task.waitFor(
        others,
        () -> {
          ready.add(task);
          changes.note();
        });
    return task;
  }

  /// A task that is ready and was not polled before; null when there is none now.
  public @Nullable Task<?> poll() {
    return ready.poll();
  }

  /// Whether every task that was added has ended, and its end is in the version.
  public boolean isIdle() {
    return open.get() == 0;
  }

  /// The first unexpected exception of a task's work; null when there was none.
  public @Nullable Throwable failure() {
    return failure.get();
  }

  /// The version of this graph's state; taken before the state is looked at.
  public long version() {
    return changes.version();
  }

  /// Met when a task has become ready or has ended since a version.
  public Dependency changeSince(long version) {
    return changes.since(version);
  }

  /// Ends the task that calls it early if there is no more need for it; long tasks call it now and
  /// then.
  ///
  /// @throws java.util.concurrent.CancellationException if the run was cancelled
  public void checkpoint() {
    checkpoint.run();
  }

  void failed(Throwable thrown) {
    failure.compareAndSet(null, thrown);
  }

  /// Notes that a task has ended. The change is noted before the task is counted off: whoever finds
  /// the graph idle, and its version the one taken before looking, has missed no end.
  void ended() {
    changes.note();
    open.decrementAndGet();
  }

  @SuppressWarnings("unchecked") // a new place is empty, so it is a place of any type
  private <T> Task<T> add(Callable<T> work, int dependencies) {
    open.incrementAndGet();
    return new Task<>(this, work, (Place<T>) places.get(), dependencies);
  }
}
