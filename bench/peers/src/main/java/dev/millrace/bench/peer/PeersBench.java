package dev.millrace.bench.peer;

import dev.millrace.bench.Bench;
import dev.millrace.bench.Version;
import dev.millrace.bench.run.Campaign;
import dev.millrace.bench.run.ForkSettings;
import dev.millrace.bench.run.Launch;
import dev.millrace.bench.run.MachineLock;
import dev.millrace.bench.run.Matrix;
import dev.millrace.bench.run.Params;
import dev.millrace.bench.run.Preset;
import dev.millrace.bench.run.ResultFolder;
import dev.millrace.bench.run.Stage;
import dev.millrace.bench.run.Sweep;
import dev.millrace.bench.suite.ControlBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command line of the peers' benchmark: as [Bench] measures, with the same files and exit
/// codes.
@Command(
    name = "peers",
    description = "Measures other libraries, our engines, and a loop on the same jobs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeOnExecutionException = Bench.FAILED)
public final class PeersBench implements Callable<Integer> {
  private static final long BYTES = 1L << 27;

  private final List<String> arguments;

  @Spec
  @SuppressWarnings("NullAway.Init") // set when the command line is made
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "quick",
      paramLabel = "quick|full",
      description = "How much is measured: a look, or numbers to quote.")
  private Preset preset = Preset.QUICK;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE[,VALUE]",
      mapFallbackValue = "",
      description = "Values for a param, such as job=J1,J4 or peer=STREAM, in place of all.")
  private Map<String, String> params = Map.of();

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "JVMs that measure each point (default: 3).")
  private @Nullable Integer forks;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where results go.")
  @SuppressWarnings("NullAway.Init") // required
  private Path out;

  private PeersBench(String... arguments) {
    this.arguments = List.of(arguments);
  }

  /// Runs the command and ends the JVM with its exit code.
  public static void main(String... arguments) {
    System.exit(commandLine(arguments).execute(arguments));
  }

  /// The command for some arguments, to be executed with the same.
  static CommandLine commandLine(String... arguments) {
    return Bench.commandLine(new PeersBench(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Stage> stages = stages();
    ResultFolder.checkUnused(out);
    CommandLine line = spec.commandLine();
    String program = System.getProperty("millrace.command", "java -jar peers.jar");
    try (MachineLock lock = MachineLock.take()) {
      if (lock == null) {
        line.getErr().println("another benchmark is running here; wait for its end");
        return Bench.BUSY;
      }
      var launch = new Launch(program, arguments, out, false, false, false);
      var campaign = new Campaign(line.getOut(), line.getErr(), launch);
      return Bench.exitCode(campaign.run(stages, ForkSettings.jvmFlags(BYTES), null));
    }
  }

  /// The control, then all that peers, engines and the loop do.
  List<Stage> stages() {
    Params chosen = Params.of(params);
    Matrix matrix = new Matrix("peers", PeersBenchmark.class, null, chosen);
    String problem = chosen.problem(List.of(matrix));
    refuse(problem != null, "--param: " + problem);
    refuse(forks != null && forks < 1, "--forks: wants 1 or more, not " + forks);
    ForkSettings settings =
        preset == Preset.QUICK ? preset.settings() : matrix.settings(preset.settings());
    int times = forks == null ? matrix.forks(preset.forks()) : forks;
    List<Sweep> sweeps = matrix.sweeps(settings).stream().filter(PeersBench::isWritten).toList();
    refuse(sweeps.isEmpty(), "--param: leaves nothing to measure");
    Params degrees = Params.of(Map.of(Sweep.PARALLELISM, "1,2"));
    Matrix control = new Matrix("control", ControlBenchmark.class, Sweep.PARALLELISM, degrees);
    return List.of(new Stage(control.sweeps(settings), times), new Stage(sweeps, times));
  }

  /// Whether a peer's users would do the job with it.
  private static boolean isWritten(Sweep sweep) {
    Map<String, String> point = sweep.points().getFirst().params();
    String peer = point.get("peer");
    return peer == null
        || Peers.valueOf(peer).jobs().stream().anyMatch(job -> job.name().equals(point.get("job")));
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
