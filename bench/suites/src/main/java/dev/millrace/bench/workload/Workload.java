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

  /// Prepares the task of this fork and checks that it gives the right answer.
  ///
  /// The feed, the job and the answer are those of the workload file that started the fork. Without
  /// one, as under JMH's own command line, the job is a built-in one over a generated feed, and the
  /// reference engine finds the answer here, which leaves its traces in the JIT's profile.
  ///
  /// @throws WrongAnswerException if it does not
  public static Task prepare(Setting setting) throws InterruptedException {
    Engines engine = engine(setting.engine());
    RunOptions options = RunOptions.parallel(setting.parallelism());
    WorkloadFile file = WorkloadFile.ofThisFork();
    if (file == null) {
      var workload = load(new FeedSource.Generated(FeedSource.DEFAULT_SEED, setting.items()));
      Task task = workload.task(engine, setting.job(), null, options);
      task.check(workload.reference(setting.job(), null).answer());
      return task;
    }
    WorkloadFile.Job job = file.job(setting.job());
    Task task = load(file.feed()).task(engine, setting.job(), job.pipeline(), options);
    task.check(job.expected());
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
