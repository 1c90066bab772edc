package dev.millrace.io.trace;

import dev.millrace.engine.Engine;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.plan.Plan;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.share.Shares;
import dev.millrace.trace.Trace;
import org.jspecify.annotations.Nullable;

/// What is traced: an engine that runs a plan over a feed.
///
/// @param label the engine's name
/// @param engine the engine
/// @param planName what the plan is called
/// @param plan the plan
/// @param feed the feed
/// @param options what is asked of a run
public record Subject(
    String label, Engine engine, String planName, Plan plan, Feed feed, RunOptions options) {

  /// Runs it once, as its options say.
  public RunResult run() throws InterruptedException {
    return run(options.parallelism(), null);
  }

  /// Runs it once.
  ///
  /// @param parallelism the most threads at work
  /// @param trace takes note of the units, if it is asked for
  RunResult run(int parallelism, @Nullable Trace trace) throws InterruptedException {
    return engine.run(plan, feed, options, new RunHandle(parallelism, trace));
  }

  /// What share each action has of its units.
  Shares shares() {
    return engine instanceof ComposedEngine(Evaluator evaluator, _, _)
        ? Shares.measured(plan, evaluator, feed, options.onError())
        : Shares.oneEach();
  }
}
