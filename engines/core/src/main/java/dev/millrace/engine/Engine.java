package dev.millrace.engine;

import dev.millrace.feed.Feed;
import dev.millrace.plan.Plan;

/// Runs plans over feeds.
///
/// Every engine keeps these promises:
///
/// 1. The result, its order and the list of item errors depend on the plan, the feed and the error
///    policy alone: not on the engine, the parallelism, the chunk size or the run.
/// 2. Where the policy is to fail, the first item error in the order of the items reaches the
///    caller. Any other exception reaches the caller unwrapped, the one of the earliest chunk
///    first. What was not begun by then is not run.
/// 3. Every thread that a run starts has ended before `run` returns or throws.
/// 4. `run` may be called from many threads at the same time; runs share nothing.
public interface Engine {
  /// Runs a plan over a feed whose schema is the plan's input, steered by a handle.
  ///
  /// @param plan the plan
  /// @param feed the feed
  /// @param options what is asked of the run; the handle's parallelism stands in place of theirs
  /// @param handle changes the parallelism of this run, or cancels it, while it is going
  /// @throws ItemException if an item has an error and the policy is to fail
  /// @throws InterruptedException if the calling thread is interrupted; the run is then cancelled
  /// @throws java.util.concurrent.CancellationException if the run was cancelled by its handle
  /// @throws IllegalArgumentException if the feed has another schema than the plan takes
  RunResult run(Plan plan, Feed feed, RunOptions options, RunHandle handle)
      throws InterruptedException;

  /// Runs a plan over a feed whose schema is the plan's input.
  ///
  /// @throws ItemException if an item has an error and the policy is to fail
  /// @throws InterruptedException if the calling thread is interrupted; the run is then cancelled
  /// @throws IllegalArgumentException if the feed has another schema than the plan takes
  default RunResult run(Plan plan, Feed feed, RunOptions options) throws InterruptedException {
    return run(plan, feed, options, new RunHandle(options.parallelism()));
  }
}
