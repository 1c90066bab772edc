package dev.millrace.task;

import static dev.millrace.modelcheck.ModelCheck.call;
import static dev.millrace.modelcheck.ModelCheck.thread;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.modelcheck.ModelCheck;
import dev.millrace.slot.Slots;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No listener is forgotten or told twice and no task is lost or polled twice, whatever the
/// interleaving.
class TaskLincheckTest {
  /// What threads do with a signal.
  public static final class SignalOperations {
    private final Signal signal = new Signal();
    private final AtomicInteger told = new AtomicInteger();

    /// Fires.
    @Operation
    public void fire() {
      signal.fire();
    }

    /// Adds a listener that counts.
    @Operation
    public void listen() {
      signal.whenMet(told::incrementAndGet);
    }

    /// Whether the signal was fired.
    @Operation
    public boolean isFired() {
      return signal.isFired();
    }

    /// How many listeners were told; asked when all threads have ended.
    @Operation
    public int told() {
      return told.get();
    }
  }

  /// What a signal answers to one thread alone.
  public static final class SignalSpecification {
    private boolean fired;
    private int listeners;

    /// Fires.
    public void fire() {
      fired = true;
    }

    /// Adds a listener.
    public void listen() {
      listeners++;
    }

    /// Whether it was fired.
    public boolean isFired() {
      return fired;
    }

    /// All listeners, once it was fired.
    public int told() {
      return fired ? listeners : 0;
    }
  }

  /// What threads do with a state whose changes are counted.
  public static final class ChangesOperations {
    private final Changes changes = new Changes();
    private final AtomicInteger state = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    /// Changes the state and notes it.
    @Operation
    public void change() {
      state.incrementAndGet();
      changes.note();
    }

    /// Waits for a change if there was none.
    @Operation
    public void await() {
      long version = changes.version();
      if (state.get() == 0) {
        awaitChangeSince(version);
      }
    }

    /// The same done wrong: the version is taken after the state was looked at.
    @Operation
    public void awaitLate() {
      if (state.get() == 0) {
        awaitChangeSince(changes.version());
      }
    }

    /// How many who wait were told of no change although there was one, or told twice; asked when
    /// all threads have ended.
    @Operation
    public int wronged() {
      return state.get() == 0 ? told.get() : waiting.get() - told.get();
    }

    private void awaitChangeSince(long version) {
      waiting.incrementAndGet();
      changes.since(version).whenMet(told::incrementAndGet);
    }
  }

  /// Nobody is ever wronged.
  public static final class ChangesSpecification {
    /// Changes.
    public void change() {}

    /// Waits.
    public void await() {}

    /// Waits.
    public void awaitLate() {}

    /// Nobody.
    public int wronged() {
      return 0;
    }
  }

  /// What threads do with a graph of two tasks, one that waits for both, and one that is added
  /// while they run.
  public static final class GraphOperations {
    private final TaskGraph graph = new TaskGraph(Slots.LOCKFREE);
    private final Task<Integer> one = graph.first(() -> 1);
    private final Task<Integer> other = graph.first(() -> 2);
    private final Task<Integer> sum =
        graph.after(List.of(one, other), () -> one.result() + other.result());
    private @Nullable Task<Integer> added;

    /// Runs the first task.
    @Operation
    public void runOne() {
      one.run();
    }

    /// Runs the second task.
    @Operation
    public void runOther() {
      other.run();
    }

    /// Adds a task that waits for the first.
    @Operation
    public void add() {
      added = graph.after(List.of(one), () -> one.result() + 10);
    }

    /// Runs a ready task, if there is one, and says what it gave.
    @Operation
    public int runReady() {
      Task<?> task = graph.poll();
      if (task == null) {
        return 0;
      }
      task.run();
      return (Integer) task.result();
    }

    /// Runs all ready tasks and says what the waiting tasks gave together; called when all threads
    /// have ended.
    @Operation
    public int total() {
      while (runReady() != 0) {}
      int ofAdded = added == null ? 0 : added.result();
      return graph.isIdle() && graph.failure() == null ? sum.result() + ofAdded : -1;
    }
  }

  /// What the graph answers to one thread alone.
  public static final class GraphSpecification {
    private boolean oneRan;
    private boolean otherRan;
    private boolean added;
    private boolean sumPolled;
    private boolean addedPolled;

    /// Runs the first task.
    public void runOne() {
      oneRan = true;
    }

    /// Runs the second task.
    public void runOther() {
      otherRan = true;
    }

    /// Adds a task.
    public void add() {
      added = true;
    }

    /// What a ready task gives.
    public int runReady() {
      if (oneRan && otherRan && !sumPolled) {
        sumPolled = true;
        return 3;
      }
      if (oneRan && added && !addedPolled) {
        addedPolled = true;
        return 11;
      }
      return 0;
    }

    /// What they give together.
    public int total() {
      return added ? 14 : 3;
    }
  }

  @Test
  void signal_everyInterleaving_tellsEachListenerOnce() {
    ModelCheck.of(SignalOperations.class, SignalSpecification.class)
        .scenario(call("told"), thread(call("fire")), thread(call("listen")))
        .scenario(call("told"), thread(call("listen")), thread(call("listen")))
        .scenario(
            call("told"),
            thread(call("fire"), call("isFired")),
            thread(call("listen"), call("listen")),
            thread(call("fire"), call("listen")))
        .check();
  }

  @Test
  void changes_everyInterleaving_tellThoseWhoWait() {
    ModelCheck.of(ChangesOperations.class, ChangesSpecification.class)
        .scenario(call("wronged"), thread(call("change")), thread(call("await")))
        .scenario(
            call("wronged"), thread(call("change")), thread(call("await")), thread(call("await")))
        .scenario(
            call("wronged"),
            thread(call("change"), call("change")),
            thread(call("await")),
            thread(call("change")))
        .check();
  }

  @Test
  void changes_versionTakenLate_areMissed() {
    assertThatThrownBy(() ->
            ModelCheck.of(ChangesOperations.class, ChangesSpecification.class)
                .scenario(call("wronged"), thread(call("change")), thread(call("awaitLate")))
                .check())
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  @Test
  void graph_everyInterleaving_givesEachReadyTaskOnce() {
    ModelCheck.of(GraphOperations.class, GraphSpecification.class)
        .scenario(call("total"), thread(call("runOne")), thread(call("runOther")))
        .scenario(
            call("total"),
            thread(call("runOne")),
            thread(call("runOther"), call("runReady")),
            thread(call("runReady")))
        .scenario(call("total"), thread(call("runOne"), call("runOther")), thread(call("add")))
        .check();
  }
}
