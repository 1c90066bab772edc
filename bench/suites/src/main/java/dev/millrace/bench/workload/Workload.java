package dev.millrace.bench.workload;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.bench.job.Jobs;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Feed;
import dev.millrace.io.file.InputException;
import dev.millrace.io.plan.PlanFile;
import dev.millrace.plan.Plan;
import dev.millrace.plan.PlanException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A loaded feed and the jobs over it.
public final class Workload {
  private final Feed feed;
  private final long bytes;

  private Workload(Feed feed, long bytes) {
    this.feed = feed;
    this.bytes = bytes;
  }

  /// Loads a feed and settles the heap.
  ///
  /// The collection is not for tidiness: where the items lie depends on how they were loaded, and
  /// moves run times several fold. A full collection lays them out in the order of the feed, in
  /// every fork alike.
  public static Workload load(FeedSource source) {
    Feed feed = source.load();
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    return new Workload(feed, jvm.totalMemory() - jvm.freeMemory());
  }

  /// How many items the feed has.
  public int items() {
    return feed.size();
  }

  /// The memory in use once the feed was loaded, nearly all of it the feed's.
  public long bytes() {
    return bytes;
  }

  /// Finds the answers of jobs by the reference engine.
  ///
  /// @param jobs for each name its plan file, null for a built-in job
  /// @throws InputException if a plan file cannot be read, does not fit the feed, or fails on an
  ///   item
  public Map<String, WorkloadFile.Job> answers(Map<String, @Nullable Path> jobs)
      throws InterruptedException {
    var answers = new LinkedHashMap<String, WorkloadFile.Job>();
    for (Map.Entry<String, @Nullable Path> job : jobs.entrySet()) {
      Path pipeline = job.getValue();
      try {
        Answer answer = reference(job.getKey(), pipeline).answer();
        answers.put(job.getKey(), new WorkloadFile.Job(pipeline, answer));
      } catch (PlanException | ItemException unfit) {
        throw new InputException(lines(pipeline == null ? job.getKey() : pipeline, unfit));
      }
    }
    return answers;
  }

  /// A task that the reference engine does.
  public Task reference(String job, @Nullable Path pipeline) {
    return task(Engines.EAGER, job, pipeline, RunOptions.parallel(1));
  }

  /// A task over the feed.
  ///
  /// @param pipeline the plan file; null for a built-in job
  public Task task(Engines engine, String job, @Nullable Path pipeline, RunOptions options) {
    List<Action> actions =
        pipeline == null ? Jobs.of(job).actions() : PlanFile.read(pipeline).actions();
    return Task.of(engine, job, Plan.of(actions, feed.schema()), feed, options);
  }

  /// Loads the feed of this fork: that of the workload file that started it. Without one, as under
  /// JMH's own command line, it is generated.
  ///
  /// @param items how many items a generated feed has
  public static Workload prepare(int items) {
    WorkloadFile file = WorkloadFile.ofThisFork();
    return load(
        file == null ? new FeedSource.Generated(FeedSource.DEFAULT_SEED, items) : file.feed());
  }

  /// A task of this fork, after a check that it gives the right answer.
  ///
  /// The job and the answer are those of the workload file that started the fork. Without one the
  /// job is a built-in one, and the reference engine finds the answer here, which leaves its traces
  /// in the JIT's profile.
  ///
  /// @throws WrongAnswerException if it does not
  public Task task(Setting setting) throws InterruptedException {
    Engines engine = engine(setting.engine());
    RunOptions options = RunOptions.parallel(setting.parallelism());
    WorkloadFile file = WorkloadFile.ofThisFork();
    Path pipeline = file == null ? null : file.job(setting.job()).pipeline();
    Answer expected =
        file == null ? reference(setting.job(), null).answer() : file.job(setting.job()).expected();
    Task task = task(engine, setting.job(), pipeline, options);
    task.check(expected);
    return task;
  }

  private static Engines engine(String label) {
    return Arrays.stream(Engines.values())
        .filter(engine -> engine.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no engine named '" + label + "'"));
  }

  private static String lines(Object where, RuntimeException unfit) {
    return String.valueOf(unfit.getMessage())
        .lines()
        .map(line -> where + ": " + line)
        .reduce((first, second) -> first + "\n" + second)
        .orElse(where + ": " + unfit);
  }
}
