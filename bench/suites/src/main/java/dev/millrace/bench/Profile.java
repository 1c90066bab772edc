package dev.millrace.bench;

import dev.millrace.Engines;
import dev.millrace.bench.job.Jobs;
import dev.millrace.bench.run.ForkException;
import dev.millrace.bench.run.ForkSettings;
import dev.millrace.bench.run.ForkSettings.Phase;
import dev.millrace.bench.run.JmhForks;
import dev.millrace.bench.run.MachineLock;
import dev.millrace.bench.run.Sweep;
import dev.millrace.bench.run.Turn;
import dev.millrace.bench.workload.FeedSource;
import dev.millrace.bench.workload.Workload;
import dev.millrace.bench.workload.WorkloadFile;
import dev.millrace.io.file.OutputException;
import dev.millrace.jmh.FlameDifference;
import dev.millrace.jmh.FlameProfiler;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.TextResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command line of profiles: a flame graph for each engine on each job, and how those of the
/// other engines differ from the first one's.
@Command(
    name = "profile",
    description = "Makes flame graphs of engines on jobs, and of the differences of two engines.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeOnExecutionException = Bench.FAILED,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:every profile is there",
      " 64:the command line makes no sense",
      " 69:there can be no profile on this system, or none of this event",
      " 70:a fork failed: a wrong answer or an exception",
      " 73:the profiles cannot be written",
      " 75:another benchmark is running on this machine"
    })
public final class Profile implements Callable<Integer> {
  private static final int UNAVAILABLE = 69;
  private static final String CPU = "cpu";

  @Spec
  @SuppressWarnings("NullAway.Init") // set when the command line is made
  private CommandSpec spec;

  @Option(
      names = "--engine",
      split = ",",
      required = true,
      paramLabel = "NAME",
      description = "Which engine; of several the others are compared with the first.")
  private List<String> engines = List.of();

  @Option(
      names = "--job",
      split = ",",
      required = true,
      paramLabel = "NAME",
      description = "Which built-in job, or jobs.")
  private List<String> jobs = List.of();

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "How many threads a run may use (default: the cores; sequential engines: 1).")
  private @Nullable Integer parallelism;

  @Option(
      names = "--items",
      defaultValue = "20000",
      paramLabel = "N",
      description = "Size of the generated feed (default: 20,000).")
  private int items;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      paramLabel = "N",
      description = "How long each profile is (default: 5), after as long a warm-up.")
  private int seconds;

  @Option(
      names = "--event",
      defaultValue = CPU,
      paramLabel = "EVENT",
      description = "What is sampled: cpu (default), alloc, lock, wall, or any of async-profiler.")
  private String event = CPU;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where profiles go (default: out/profile-<time>).")
  @SuppressWarnings("NullAway.Init") // required
  private Path out;

  private Profile() {}

  /// Runs the command and ends the JVM with its exit code.
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /// The command.
  static CommandLine commandLine() {
    return Bench.commandLine(new Profile());
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ForkException {
    check();
    try (MachineLock lock = MachineLock.take()) {
      if (lock == null) {
        err().println("another benchmark is running here; wait for its end");
        return Bench.BUSY;
      }
      return measure();
    }
  }

  private void check() {
    var complaints = new Complaints(spec);
    complaints.known("engine", engines, Engines.labels());
    complaints.known("job", jobs, Jobs.labels());
    complaints.positive("--parallelism", parallelism);
    complaints.positive("--items", items);
    complaints.positive("--seconds", seconds);
    complaints.refuse(!event.matches("[^,;\\s]+"), "--event: wants one event, not '" + event + "'");
  }

  private int measure() throws InterruptedException, ForkException {
    var source = new FeedSource.Generated(FeedSource.DEFAULT_SEED, items);
    var workload = Workload.load(source);
    Map<String, @Nullable Path> plans = new LinkedHashMap<>();
    jobs.forEach(job -> plans.put(job, null));
    var file = WorkloadFile.of(source, workload.answers(plans));
    var jvmArgs = new ArrayList<>(ForkSettings.jvmFlags(workload.bytes()));
    try {
      Files.createDirectories(out);
      jvmArgs.add("-D" + WorkloadFile.PROPERTY + "=" + file.write(out));
      return profiles(jvmArgs) ? Bench.OK : UNAVAILABLE;
    } catch (IOException failed) {
      throw new OutputException(out + ": cannot be written to: " + failed.getMessage());
    }
  }

  /// Makes all profiles.
  ///
  /// @return whether they are there
  private boolean profiles(List<String> jvmArgs) throws IOException, ForkException {
    Path log = out.resolve("jmh.log");
    try (var printed = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      var forks = new JmhForks(jvmArgs, printed);
      boolean all = true;
      for (String job : jobs) {
        all &= profiles(forks, job);
      }
      return all;
    }
  }

  private boolean profiles(JmhForks forks, String job) throws IOException, ForkException {
    var made = new ArrayList<Made>();
    for (Sweep sweep : sweeps(job)) {
      Made profile = profile(forks, sweep);
      if (profile == null) {
        return false;
      }
      made.add(profile);
    }
    Made first = made.getFirst();
    for (Made other : made.subList(1, made.size())) {
      String title = other.name() + " against " + first.name() + ", " + first.unit();
      Path html = out.resolve(other.name() + "-against-" + first.name() + ".html");
      FlameDifference.write(first.profile(), other.profile(), title, html);
      out().println("difference: " + html);
    }
    return true;
  }

  /// What each fork does: all engines on a job.
  private List<Sweep> sweeps(String job) {
    Phase phase = Phase.ofMillis(seconds, 1_000);
    int threads = parallelism == null ? Runtime.getRuntime().availableProcessors() : parallelism;
    return new Selection(engines, List.of(job), List.of(threads))
        .sweeps(items, new ForkSettings(phase, phase))
        .subList(0, engines.size());
  }

  /// A profile that was made.
  ///
  /// @param unit of what it adds up to
  private record Made(String name, String unit, FlameDifference.Profile profile) {}

  private @Nullable Made profile(JmhForks forks, Sweep sweep) throws ForkException {
    String name = sweep.points().getFirst().name().replace(' ', '-');
    String options = "dir=" + out.toAbsolutePath() + ";name=" + name + ";event=" + event;
    BenchmarkResult fork =
        forks.with(FlameProfiler.class, options).measure(new Turn(sweep, 1, 1)).getFirst().result();
    if (fork.getSecondaryResults().get(FlameProfiler.NOTE) instanceof TextResult note) {
      err().println(name + ": " + note.extendedInfo().strip());
    }
    Result<?> samples = fork.getSecondaryResults().get("flame.samples");
    Result<?> cpu = fork.getSecondaryResults().get(CPU);
    if (samples == null || cpu == null) {
      return null;
    }
    out()
        .printf(
            Locale.ROOT,
            "%s: %,.0f samples, %.2f ms of CPU time an operation: %s%n",
            sweep.label(),
            samples.getScore(),
            cpu.getScore(),
            out.resolve(name + ".html"));
    out().flush();
    Path stacks = out.resolve(name + ".collapsed");
    return event.equals(CPU)
        ? new Made(name, "ns/op", new FlameDifference.Profile(stacks, cpu.getScore() * 1e6))
        : new Made(name, "samples in a million", new FlameDifference.Profile(stacks, 1e6));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
