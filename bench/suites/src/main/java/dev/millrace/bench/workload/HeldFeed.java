package dev.millrace.bench.workload;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.bench.job.Jobs;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import dev.millrace.io.generate.FeedGenerator;
import dev.millrace.io.plan.PlanFile;
import dev.millrace.plan.Plan;
import java.util.List;

/// The generated feed, held in memory in one way or another, and runs over it.
///
/// What is measured is millions of items, too many for the reference engine beside them; so answers
/// are checked over the first items, which are those of a shorter feed.
public final class HeldFeed {
  /// The storage of no feed at all.
  public static final String NONE = "none";

  private static final int CHECKED = 5_000;
  private static final String SORT =
      "{\"actions\": [{\"sort\": [{\"by\": {\"field\": \"title\"}}]}]}";
  private static final String FILTER =
      """
      {"actions": [{"filter": {"and": [
        {"equal": {"field": "brand"}, "to": "Albridge"},
        {"greater": {"field": "rating"}, "than": 4.5}]}}]}
      """;

  private HeldFeed() {}

  /// A feed of `items` items; of none if the storage is [#NONE].
  ///
  /// @throws WrongAnswerException if items differ by the way in which they are held
  public static Feed generate(String storage, int items) {
    if (storage.equals(NONE)) {
      return generate(Storage.OBJECTS, 0);
    }
    int checked = Math.min(items, CHECKED);
    Answer expected = Answer.of(generate(Storage.OBJECTS, checked));
    Answer got = Answer.of(generate(storage(storage), checked));
    if (!got.equals(expected)) {
      throw new WrongAnswerException(storage, expected, got);
    }
    return generate(storage(storage), items);
  }

  /// A run over such a feed, after a check of its answer over the first items.
  ///
  /// @throws WrongAnswerException if it is not the reference's
  public static Task task(String storage, int items, Setting setting) throws InterruptedException {
    int checked = Math.min(items, CHECKED);
    var reference = new Setting(Engines.EAGER.label(), setting.job(), 1);
    Answer expected = task(Storage.OBJECTS, checked, reference).answer();
    task(storage(storage), checked, setting).check(expected);
    return task(storage(storage), items, setting);
  }

  private static Task task(Storage storage, int items, Setting setting) {
    Engines engine = Engines.ofLabel(setting.engine());
    if (engine == null) {
      throw new IllegalArgumentException("no engine named '" + setting.engine() + "'");
    }
    Feed feed = generate(storage, items);
    Plan plan = Plan.of(actions(setting.job()), feed.schema());
    RunOptions options = RunOptions.parallel(setting.parallelism()).with(storage);
    return Task.of(engine, setting.job(), plan, feed, options);
  }

  private static List<Action> actions(String job) {
    return switch (job) {
      case "sort" -> PlanFile.parse(SORT, job).actions();
      case "filter" -> PlanFile.parse(FILTER, job).actions();
      default -> Jobs.of(job).actions();
    };
  }

  private static Feed generate(Storage storage, int items) {
    return FeedGenerator.generate(FeedSource.DEFAULT_SEED, items, storage);
  }

  private static Storage storage(String label) {
    Storage storage = Storage.ofLabel(label);
    if (storage == null) {
      throw new IllegalArgumentException("no storage named '" + label + "'");
    }
    return storage;
  }
}
