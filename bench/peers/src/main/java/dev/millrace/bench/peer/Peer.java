package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.EvaluatorJobs;

/// A library that does jobs as its users would write them; [Peers] says which.
public interface Peer extends AutoCloseable {
  /// A job over so many rows, which are put where the library wants them.
  ///
  /// @throws IllegalArgumentException if it is none that the users of the library would do with it
  PeerRun prepare(EvaluatorJobs job, int items);

  /// Ends the threads that it started.
  @Override
  default void close() {}
}
