package dev.millrace.scheduler;

import dev.millrace.pipeline.Chunk;
import dev.millrace.task.Task;
import org.jspecify.annotations.Nullable;

/// The end of a segment in one run: takes the segment's chunks, makes tasks of them, and gives what
/// the tasks make, in the order of the chunks.
///
/// Called by one thread at a time; no call waits. Tasks that follow from others are added to the
/// run's task graph.
///
/// @param <T> what it gives
public interface Junction<T> {
  /// Whether it wants another chunk.
  Appetite appetite();

  /// Takes the next chunk, and gives its task, which the caller sees is run.
  Task<?> add(Chunk chunk);

  /// Takes note that no chunk comes after. Called once.
  void end();

  /// The next of what it gives; null when there is none now.
  @Nullable T poll();

  /// Whether it will give nothing more. Only true after `end`.
  boolean isDone();
}
