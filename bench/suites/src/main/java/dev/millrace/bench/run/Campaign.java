package dev.millrace.bench.run;

import dev.millrace.bench.environment.Check;
import dev.millrace.bench.environment.Check.Verdict;
import dev.millrace.bench.environment.Environment;
import dev.millrace.bench.environment.EnvironmentProbe;
import dev.millrace.bench.workload.WorkloadFile;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All forks of some stages, from the first to the last, and what people are told of them.
///
/// @param out gets what is going on
/// @param err gets what went wrong
/// @param launch how it is started
public record Campaign(PrintWriter out, PrintWriter err, Launch launch) {
  private static final long ORDER_SEED = 1;

  /// How a campaign ended.
  public enum End {
    /// Everything was measured.
    MEASURED,
    /// A fork failed: a wrong answer or an exception.
    FAILED,
    /// The user stopped it.
    INTERRUPTED,
    /// Nothing was measured, as the machine is not fit for it.
    UNFIT
  }

  /// Measures everything, or what a run that was cut off has left, and writes it to the folder.
  ///
  /// @param flags what each fork's JVM is started with, unless a run that is resumed says otherwise
  /// @param workload what the scaling suite measures; null without it
  /// @throws dev.millrace.io.file.OutputException if results cannot be written
  /// @throws dev.millrace.io.file.InputException if a run cannot be resumed
  public End run(List<Stage> stages, List<String> flags, @Nullable WorkloadFile workload) {
    List<Point> points = stages.stream().flatMap(Stage::points).toList();
    List<Turn> turns = stages.stream().flatMap(stage -> stage.turns(ORDER_SEED)).toList();
    @Nullable Remains remains = launch.isResumed() ? new Remains(launch.folder()) : null;
    List<String> jvmFlags = remains == null ? flags : remains.flags();
    Environment environment =
        EnvironmentProbe.probe(jvmFlags, threads(points), launch.command(), launch.arguments());
    tell(environment);
    if (launch.isStrict() && !environment.checked(Verdict.WARN).isEmpty()) {
      err.println("not measured, as --strict is given and there are warnings");
      return End.UNFIT;
    }
    if (remains == null) {
      try (ResultFolder folder = ResultFolder.create(launch.folder(), points)) {
        folder.write(environment);
        return measure(folder, turns, jvmArgs(jvmFlags, workload));
      }
    }
    remains.check(environment, workload);
    List<ForkRecord> finished = remains.finished(turns);
    try (ResultFolder folder = ResultFolder.resume(launch.folder(), points, finished)) {
      return measure(folder, turns, jvmArgs(jvmFlags, workload));
    }
  }

  private List<String> jvmArgs(List<String> flags, @Nullable WorkloadFile workload) {
    var jvmArgs = new ArrayList<>(flags);
    jvmArgs.addAll(ForkSettings.sharedClasses(launch.folder()));
    if (workload != null) {
      jvmArgs.add("-D" + WorkloadFile.PROPERTY + "=" + workload.write(launch.folder()));
    }
    return jvmArgs;
  }

  private End measure(ResultFolder folder, List<Turn> turns, List<String> jvmArgs) {
    try (var interruption = new Interruption()) {
      interruption.listen();
      List<Turn> left = turns.stream().filter(turn -> !folder.has(turn)).toList();
      String of = left.size() == turns.size() ? "" : " of " + turns.size() + " are left";
      out.println(
          left.size() + " forks" + of + "; what is measured is always in " + folder.resultFile());
      out.flush();
      var plain = new JmhForks(jvmArgs, folder.jmhLog());
      var forks =
          launch.keepsLatency()
              ? plain.withLatency(launch.folder().resolve(Launch.LATENCY))
              : plain;
      var progress = new Progress(out, InstantSource.system(), left);
      new Session(forks, folder, progress, interruption).run(left);
      return conclude(folder, turns.size(), interruption.isRequested());
    }
  }

  /// The most threads that a point's run may use.
  private static int threads(List<Point> points) {
    return points.stream()
        .map(point -> point.params().getOrDefault(Sweep.PARALLELISM, "1"))
        .mapToInt(threads -> threads.matches("\\d{1,9}") ? Integer.parseInt(threads) : 1)
        .max()
        .orElse(1);
  }

  private void tell(Environment environment) {
    String unknown = String.join(", ", environment.checked(Verdict.UNKNOWN));
    out.println(
        "machine: fine in "
            + String.join(", ", environment.checked(Verdict.OK))
            + (unknown.isEmpty() ? "" : "; does not tell of " + unknown));
    for (Check check : environment.checks()) {
      if (check.verdict() == Verdict.WARN) {
        out.println("warning: " + check.name() + ": " + check.finding());
      }
    }
    out.flush();
  }

  private End conclude(ResultFolder folder, int forks, boolean interrupted) {
    for (Failure failure : folder.failures()) {
      err.println("failed: " + failure);
    }
    if (interrupted) {
      err.println("interrupted after " + folder.finished() + " of " + forks + " forks");
    }
    out.println("results: " + folder.resultFile());
    out.flush();
    err.flush();
    return interrupted ? End.INTERRUPTED : folder.failures().isEmpty() ? End.MEASURED : End.FAILED;
  }
}
