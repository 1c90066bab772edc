package dev.millrace.scheduler;

import dev.millrace.engine.Counts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.LatestPipeline;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Tally;
import dev.millrace.plan.Plan;
import dev.millrace.trace.Trace;
import java.util.List;

/// An engine made of an evaluator, which decides how items go through actions, and a scheduler,
/// which decides which thread does what, and when.
///
/// @param evaluator the evaluator
/// @param scheduler the scheduler
/// @param latest remembers what the evaluator made of a plan
public record ComposedEngine(Evaluator evaluator, Scheduler scheduler, LatestPipeline latest)
    implements Engine {
  /// An engine.
  public ComposedEngine(Evaluator evaluator, Scheduler scheduler) {
    this(evaluator, scheduler, new LatestPipeline());
  }

  @Override
  public RunResult run(Plan plan, Feed feed, RunOptions options, RunHandle handle)
      throws InterruptedException {
    plan.requireInput(feed);
    handle.note(trace -> trace.enter("begin"));
    Pipeline pipeline = latest.of(plan, evaluator, feed.size());
    Outcome outcome = scheduler.run(pipeline, feed, new Run(options, handle));
    handle.note(trace -> trace.enter("end"));
    RunResult result = result(plan, feed, options, outcome);
    handle.note(Trace::leave);
    return result;
  }

  private static RunResult result(Plan plan, Feed feed, RunOptions options, Outcome outcome) {
    Feed result = Feed.ofPieces(plan.output(), outcome.pieces());
    List<ItemError> errors = outcome.errors().stream().sorted().toList();
    Tally tally = outcome.tally();
    long dropped = options.onError() == OnError.DROP ? errors.size() : 0;
    Counts counts =
        plan.hasLimit()
            ? Counts.net(feed.size(), result.size(), dropped)
            : new Counts(
                feed.size(),
                tally.added(),
                result.size(),
                tally.filtered(),
                dropped,
                tally.merged());
    return new RunResult(result, counts, errors);
  }
}
