package dev.millrace.bench.evaluator;

import dev.millrace.Engines;
import dev.millrace.bench.workload.Task;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import dev.millrace.plan.Plan;
import java.util.SplittableRandom;

/// The state of a server that has run many plans: what the just-in-time compiler has seen of an
/// engine is not the one plan that is measured.
public final class Pollution {
  private static final long SEED = 77;
  private static final int ITEMS = 2_000;
  private static final int ROUNDS = 5;
  private static final int CHECKED = 3;

  private Pollution() {}

  /// Runs so many drawn plans by an engine, cheap ones and ones on texts by turns, five times each
  /// over 2,000 items. The answers of the first few are checked.
  ///
  /// @throws dev.millrace.bench.workload.WrongAnswerException if one of these is not the
  ///   reference's
  public static void run(Engines engine, Storage storage, int plans) throws InterruptedException {
    Feed objects = new Products().feed(plans == 0 ? 0 : ITEMS);
    Feed feed = storage == Storage.COMPACT ? objects.compact() : objects;
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < plans; i++) {
      DrawnPlans kind = i % 2 == 0 ? DrawnPlans.CHEAP : DrawnPlans.TEXT;
      Task task = task(engine, "other plan " + i, kind.plan(random), feed);
      if (i < CHECKED) {
        task.check(task(Engines.EAGER, "other plan " + i, task.plan(), feed).answer());
      }
      for (int round = 0; round < ROUNDS; round++) {
        task.run();
      }
    }
  }

  private static Task task(Engines engine, String name, Plan plan, Feed feed) {
    return new Task(
        engine.label() + " on " + name, engine.engine(), plan, feed, RunOptions.parallel(1));
  }
}
