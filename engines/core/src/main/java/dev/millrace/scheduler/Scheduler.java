package dev.millrace.scheduler;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Pipeline;

/// Runs pipelines: decides which thread drains which chunk, and when.
@FunctionalInterface
public interface Scheduler {
  /// Runs a pipeline over a feed. Every thread it starts has ended when it returns or throws.
  ///
  /// @throws InterruptedException if the calling thread is interrupted; the run is then cancelled
  Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException;
}
