package dev.millrace.bench.run;

import dev.millrace.bench.environment.EnvironmentProbe;
import dev.millrace.bench.workload.WorkloadFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All forks of some stages, from the first to the last, and what people are told of them.
///
/// @param out gets what is going on
/// @param err gets what went wrong
/// @param command how it was started, for people to start it again
public record Campaign(PrintWriter out, PrintWriter err, String command) {
  private static final long ORDER_SEED = 1;

  /// How a campaign ended.
  public enum End {
    /// Everything was measured.
    MEASURED,
    /// A fork failed: a wrong answer or an exception.
    FAILED,
    /// The user stopped it.
    INTERRUPTED
  }

  /// A line that starts a program with arguments again.
  public static String command(String program, List<String> arguments) {
    return arguments.stream()
        .map(argument -> argument.matches("[\\w./,:=+-]+") ? argument : "'" + argument + "'")
        .reduce(program, (line, argument) -> line + " " + argument);
  }

  /// Measures everything and writes it to a folder.
  ///
  /// @param flags what each fork's JVM is started with
  /// @param workload what the scaling suite measures; null without it
  /// @throws dev.millrace.io.file.OutputException if results cannot be written
  public End run(List<Stage> stages, List<String> flags, @Nullable WorkloadFile workload, Path to) {
    List<Point> points = stages.stream().flatMap(Stage::points).toList();
    List<Turn> turns = stages.stream().flatMap(stage -> stage.turns(ORDER_SEED)).toList();
    try (var interruption = new Interruption();
        ResultFolder folder = ResultFolder.create(to, points)) {
      interruption.listen();
      folder.write(EnvironmentProbe.probe(flags, command));
      var jvmArgs = new ArrayList<>(flags);
      jvmArgs.addAll(ForkSettings.sharedClasses());
      if (workload != null) {
        jvmArgs.add("-D" + WorkloadFile.PROPERTY + "=" + folder.write(workload));
      }
      out.println(turns.size() + " forks; what is measured is always in " + folder.resultFile());
      out.flush();
      var forks = new JmhForks(jvmArgs, folder.jmhLog());
      var progress = new Progress(out, InstantSource.system(), turns);
      new Session(forks, folder, progress, interruption).run(turns);
      return conclude(folder, turns.size(), interruption.isRequested());
    }
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
