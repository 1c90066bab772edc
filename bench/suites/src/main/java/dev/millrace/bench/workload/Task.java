package dev.millrace.bench.workload;

import dev.millrace.Engines;
import dev.millrace.engine.Engine;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.plan.Plan;

/// One run that a benchmark repeats: an engine, a plan, a feed, and how parallel it may be.
///
/// @param name which run it is, for errors
/// @param engine what runs the plan
/// @param plan what is run
/// @param feed what it is run over
/// @param options how it is run
public record Task(String name, Engine engine, Plan plan, Feed feed, RunOptions options) {

  /// A task for a job.
  static Task of(Engines engine, String job, Plan plan, Feed feed, RunOptions options) {
    String name = engine.label() + " on " + job + " at parallelism " + options.parallelism();
    return new Task(name, engine.engine(), plan, feed, options);
  }

  /// Runs it once.
  public RunResult run() throws InterruptedException {
    return engine.run(plan, feed, options);
  }

  /// Runs it once, steered by a handle, whose parallelism stands in place of that of the options.
  public RunResult run(RunHandle handle) throws InterruptedException {
    return engine.run(plan, feed, options, handle);
  }

  /// Runs it once and gives the answer.
  public Answer answer() throws InterruptedException {
    return Answer.of(run().feed());
  }

  /// Runs it once and checks the answer.
  ///
  /// @throws WrongAnswerException if it is not the expected one
  public void check(Answer expected) throws InterruptedException {
    Answer got = answer();
    if (!got.equals(expected)) {
      throw new WrongAnswerException(name, expected, got);
    }
  }
}
