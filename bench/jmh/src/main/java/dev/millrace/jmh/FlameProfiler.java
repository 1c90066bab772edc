package dev.millrace.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.TextResult;
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
/// async-profiler does not support costs the profile and not the run: the text of the secondary
/// result `flame` says why.
///
/// Cost: 3 to 6 % of CPU time at `1ms`; do not quote times from a run with it.
public final class FlameProfiler implements InternalProfiler, ForkCounter {
  /// The secondary result that says why there is no profile, or another one than was asked for.
  public static final String NOTE = "flame";

  private final ForkFiles forks = new ForkFiles();
  private final Path folder;
  private final String name;
  private final String event;
  private final long intervalNanos;
  private @Nullable Recording recording;
  private @Nullable String note;
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
        note = "no perf events here, so the kernel is not seen; sampled by " + recording.event();
      }
    } catch (Recording.UnavailableException | IOException failed) {
      note = "no profile: " + failed.getMessage();
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // so JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams params, IterationResult result) {
    if (measured < params.getCount()) {
      return List.of();
    }
    var results = new ArrayList<Result<?>>();
    if (recording != null) {
      results.addAll(stop(recording, benchmark));
      recording = null;
    }
    if (note != null) {
      results.add(new TextResult(note, NOTE));
    }
    return results;
  }

  private List<ScalarResult> stop(Recording running, BenchmarkParams benchmark) {
    try {
      long samples = running.stop(benchmark.id() + " (" + running.event() + ")");
      return List.of(new ScalarResult("flame.samples", samples, "#", AggregationPolicy.SUM));
    } catch (IOException | RuntimeException failed) {
      note = "no profile: " + failed;
      return List.of();
    }
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams benchmark) {
    return List.of(forks.nextFork(), "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
  }
}
