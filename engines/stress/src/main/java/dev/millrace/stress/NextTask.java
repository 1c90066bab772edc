package dev.millrace.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.millrace.slot.Slots;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// Two threads run a task each, then poll for the task that waits for both. One of them gets it,
/// and sees what both wrote.
@State
@JCStressTest
@Description("two tasks, then the one that waits for both")
@Outcome(id = "3, 0, 1", expect = ACCEPTABLE, desc = "The first thread ran it.")
@Outcome(id = "0, 3, 1", expect = ACCEPTABLE, desc = "The second thread ran it.")
@Outcome(expect = FORBIDDEN, desc = "It was run twice or not at all, or without what was written.")
public class NextTask {
  private final TaskGraph graph = new TaskGraph(Slots.LOCKFREE);
  private final Task<Integer> one = graph.first(() -> writtenByOne = 1);
  private final Task<Integer> other = graph.first(() -> writtenByOther = 2);
  private int writtenByOne;
  private int writtenByOther;

  /// A graph of two tasks that write, and one that waits for both and reads.
  public NextTask() {
    graph.after(List.of(one, other), () -> writtenByOne + writtenByOther);
  }

  /// Runs the first task, then whatever is ready.
  @Actor
  public void one(III_Result result) {
    one.run();
    result.r1 = runReady();
  }

  /// Runs the second task, then whatever is ready.
  @Actor
  public void other(III_Result result) {
    other.run();
    result.r2 = runReady();
  }

  /// Whether all tasks have ended.
  @Arbiter
  public void after(III_Result result) {
    result.r3 = graph.isIdle() ? 1 : 0;
  }

  private int runReady() {
    Task<?> ready = graph.poll();
    if (ready == null) {
      return 0;
    }
    ready.run();
    return (Integer) ready.result();
  }
}
