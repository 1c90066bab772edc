package dev.millrace.task;

import dev.millrace.slot.Place;
import dev.millrace.slot.PlainPlace;
import dev.millrace.slot.Slots;
import dev.millrace.trace.Stretch;
import dev.millrace.trace.Trace;
import dev.millrace.trace.Unit;
import java.util.ArrayList;
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
  private final @Nullable Trace trace;
  private final Queue<Task<?>> ready = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Changes changes = new Changes();
  private List<Unit> origin = List.of();

  /// A graph without tasks that nobody ends early.
  ///
  /// @param slots where the tasks leave their results
  public TaskGraph(Slots slots) {
    this(slots, () -> {}, null);
  }

  /// A graph without tasks.
  ///
  /// @param slots where the tasks leave their results
  /// @param checkpoint throws to end a task early
  /// @param trace takes note of the tasks, if anybody wants to know
  public TaskGraph(Slots slots, Runnable checkpoint, @Nullable Trace trace) {
    this(slots.<Object>rack()::create, checkpoint, trace);
  }

  /// A graph without tasks whose tasks leave their results in plain fields: the end of a task is
  /// what makes its result visible.
  ///
  /// @param checkpoint throws to end a task early
  /// @param trace takes note of the tasks, if anybody wants to know
  public TaskGraph(Runnable checkpoint, @Nullable Trace trace) {
    this(PlainPlace::new, checkpoint, trace);
  }

  private TaskGraph(
      Supplier<? extends Place<Object>> places, Runnable checkpoint, @Nullable Trace trace) {
    this.places = places;
    this.checkpoint = checkpoint;
    this.trace = trace;
  }

  /// Adds a task that waits for nothing and is in no trace. It is not polled: the caller sees that
  /// it is run.
  public <T> Task<T> first(Callable<T> work) {
    return add(work, 0, null);
  }

  /// Adds a task for a chunk, which waits for nothing. It is not polled: the caller sees that it is
  /// run.
  ///
  /// @param stretch the steps that it does
  /// @param items how many items the chunk has
  public <T> Task<T> first(Stretch stretch, int items, Callable<T> work) {
    return add(work, 0, trace == null ? null : trace.chunk(stretch, items, origin));
  }

  /// Adds a task that is ready when some others have ended. It belongs to the steps of the first of
  /// them.
  public <T> Task<T> after(List<? extends Task<?>> others, Callable<T> work) {
    Task<T> task = add(work, others.size(), trace == null ? null : following(others, trace));
    task.waitFor(
        others,
        () -> {
          ready.add(task);
          changes.note();
        });
    return task;
  }

  /// Notes that what is handed on now was made by some tasks: the chunk tasks that are added next
  /// read their results. Without tasks, what is handed on was there before.
  public void handsOn(List<? extends Task<?>> made) {
    if (trace != null) {
      origin = units(made);
    }
  }

  /// Where what is handed on now came from, to be given to [#handsOnAgain]; empty without a trace.
  public List<Unit> origin() {
    return origin;
  }

  /// Notes that what is handed on now came from somewhere, and was kept meanwhile.
  public void handsOnAgain(List<Unit> kept) {
    origin = kept;
  }

  /// Runs some tasks, the caller doing nothing else meanwhile.
  ///
  /// @param wave the tasks
  /// @param run runs all of them, and returns when they have ended
  public void run(List<? extends Task<?>> wave, Runnable run) {
    if (trace == null) {
      run.run();
      return;
    }
    List<Unit> units = units(wave);
    trace.leave(units);
    run.run();
    trace.enter("wave", units);
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

  /// An empty place.
  @SuppressWarnings("unchecked") // a new place is empty, so it is a place of any type
  <T> Place<T> place() {
    return (Place<T>) places.get();
  }

  private <T> Task<T> add(Callable<T> work, int dependencies, @Nullable Unit unit) {
    open.incrementAndGet();
    return new Task<>(this, work, dependencies, unit);
  }

  private static @Nullable Unit following(List<? extends Task<?>> others, Trace trace) {
    List<Unit> after = units(others);
    Stretch stretch = after.isEmpty() ? null : after.getFirst().stretch();
    return stretch == null ? null : trace.seam(stretch, after);
  }

  private static List<Unit> units(List<? extends Task<?>> tasks) {
    var units = new ArrayList<Unit>(tasks.size());
    for (Task<?> task : tasks) {
      Unit unit = task.unit();
      if (unit != null) {
        units.add(unit);
      }
    }
    return units;
  }
}
