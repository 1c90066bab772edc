package dev.millrace.join;

import dev.millrace.engine.JoinStrategy;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.slot.Slots;
import dev.millrace.task.Task;
import dev.millrace.task.TaskGraph;
import java.util.List;

/// Joins runs task after task on the calling thread.
final class SequentialJoins {
  private SequentialJoins() {}

  /// The blocks that come out of some runs, in order.
  static <S> List<Block<S>> join(
      JoinStrategy strategy, Aggregation<S> aggregation, List<Block<S>> runs) {
    var graph = new TaskGraph(Slots.LOCKFREE);
    Joining<S> joining = Joining.begin(strategy, aggregation, graph);
    for (Block<S> run : runs) {
      Task<Block<S>> ended = graph.first(() -> run);
      ended.run();
      joining.add(ended);
    }
    List<Task<Block<S>>> joined = joining.end();
    for (Task<?> ready = graph.poll(); ready != null; ready = graph.poll()) {
      ready.run();
    }
    return joined.stream().map(Task::result).toList();
  }
}
