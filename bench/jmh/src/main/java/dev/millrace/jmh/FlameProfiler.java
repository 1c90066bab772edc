package dev.millrace.jmh;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/// A profile of the measured iterations of each fork by async-profiler, which comes with this jar:
/// a flame graph (`.html`), collapsed stacks (`.collapsed`) and the recording (`.jfr`). The
/// secondary result `flame.samples` is how many samples it has.
///
/// Options: `dir`, where files go, the working folder unless given; `name`, what they are called
/// less their endings, benchmark, params and fork unless given; `event`, what is sampled, `cpu`
/// unless given; `interval`, the time from one sample to the next, `1ms` unless given.
///
/// `cpu` is sampled by perf events, which also see the kernel; where the system forbids them by a
/// timer for each thread, and else by one for the process. An event or a platform that
/// async-profiler does not support costs the profile and not the run: a warning says why, once.
///
/// Cost: 1 to 3 % of CPU time at `1ms`; do not quote times from a run with it.
public final class FlameProfiler implements InternalProfiler, ForkCounter {
  private final ForkFiles forks = new ForkFiles();
  private final Path folder;
  private final String name;
  private final String event;
  private final long intervalNanos;
  private @Nullable Recording recording;
  private int measured;

  /// A profiler without options.
  public FlameProfiler() throws ProfilerException {
    this("");
  }

  /// A profiler with options as they stand on JMH's command line.
  ///
  /// @throws ProfilerException if they make no sense
  public FlameProfiler(String line) throws ProfilerException {
    var options =
        new ProfilerOptions("FlameProfiler", line, List.of("dir", "name", "event", "interval"));
    folder = Path.of(options.text("dir", "")).toAbsolutePath();
    name = options.text("name", "");
    event = options.text("event", "cpu");
    intervalNanos = options.nanos("interval", "1ms");
  }

  @Override
  public String getDescription() {
    return "Flame graph, collapsed stacks and recording of each fork, by async-profiler";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams params) {
    if (params.getType() == IterationType.MEASUREMENT && measured++ == 0) {
      start(benchmark);
    }
  }

  private void start(BenchmarkParams benchmark) {
    String file = name.isEmpty() ? ForkFiles.name(benchmark) + "-fork" + ForkFiles.fork() : name;
    try {
      Files.createDirectories(folder);
      recording = Recording.start(event, intervalNanos, folder.resolve(file));
      if (event.equals("cpu") && !recording.event().equals("cpu-clock")) {
        warn("no perf events here: the kernel is not seen; sampled by " + recording.event());
      }
    } catch (Recording.UnavailableException | IOException failed) {
      warn("no profile: " + failed.getMessage());
    }
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams params, IterationResult result) {
    if (recording == null || measured < params.getCount()) {
      return List.of();
    }
    try {
      long samples = recording.stop(benchmark.id() + " (" + recording.event() + ")");
      return List.of(new ScalarResult("flame.samples", samples, "#", AggregationPolicy.SUM));
    } catch (IOException | IllegalStateException failed) {
      warn("no profile: " + failed.getMessage());
      return List.of();
    } finally {
      recording = null;
    }
  }

  private static void warn(String message) {
    System.getLogger(FlameProfiler.class.getName()).log(Level.WARNING, "flame: " + message);
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams benchmark) {
    return List.of(forks.nextFork(), "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
  }
}
