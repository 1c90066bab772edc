package dev.millrace.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

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

/// One thread runs a task; another asks whether it has ended, listens for a change of the graph,
/// and runs the task that waits for the first. Whoever learns of the end sees what the task wrote,
/// its result in a plain place too.
@State
@JCStressTest
@Description("run, then hasEnded, a listener, and the next task")
@Outcome(id = "-1, 1, 1", expect = ACCEPTABLE, desc = "Asked too early, then was told.")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "Learned of the end at once.")
@Outcome(expect = FORBIDDEN, desc = "Learned of the end without what the task wrote, or never.")
public class TaskEnd {
  private final TaskGraph graph = new TaskGraph(() -> {}, null);
  private final long before = graph.version();
  private final Task<Integer> task;
  private int written;

  /// A graph of a task that writes, and one that waits for it and reads.
  public TaskEnd() {
    task = graph.first(this::write);
    graph.after(List.of(task), () -> written);
  }

  /// Runs the task that writes.
  @Actor
  public void runner() {
    task.run();
  }

  /// Asks, and listens.
  @Actor
  public void listener(III_Result seen) {
    seen.r1 = task.hasEnded() ? written + task.result() - 1 : -1;
    graph.changeSince(before).whenMet(() -> seen.r2 = written);
  }

  /// Runs the task that waits.
  @Arbiter
  public void next(III_Result seen) {
    Task<?> ready = graph.poll();
    if (ready != null) {
      ready.run();
      seen.r3 = (Integer) ready.result();
    }
  }

  private int write() {
    written = 1;
    return written;
  }
}
