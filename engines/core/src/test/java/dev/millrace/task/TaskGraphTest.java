package dev.millrace.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.slot.Slots;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TaskGraphTest {
  /// Else a step could find the graph idle at the version it took before, and take a run that has
  /// just ended for one that waits for nothing.
  @Test
  void end_ofTheLastTask_isNotedBeforeTheGraphIsIdle() {
    var graph = new TaskGraph(Slots.LOCKFREE);
    Task<String> task = graph.first(() -> "done");
    long version = graph.version();
    var idleWhenNoted = new ArrayList<Boolean>();
    graph.changeSince(version).whenMet(() -> idleWhenNoted.add(graph.isIdle()));
    task.run();
    assertThat(idleWhenNoted).containsExactly(false);
    assertThat(graph.isIdle()).isTrue();
    assertThat(graph.version()).isNotEqualTo(version);
  }
}
