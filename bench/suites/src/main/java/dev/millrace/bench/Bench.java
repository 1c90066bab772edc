package dev.millrace.bench;

import dev.millrace.bench.run.Campaign;
import dev.millrace.bench.run.ForkException;
import dev.millrace.bench.run.ForkSettings;
import dev.millrace.bench.run.Launch;
import dev.millrace.bench.run.MachineLock;
import dev.millrace.bench.run.Remains;
import dev.millrace.bench.run.ResultFolder;
import dev.millrace.bench.run.Stage;
import dev.millrace.bench.workload.FeedSource;
import dev.millrace.bench.workload.Workload;
import dev.millrace.bench.workload.WorkloadFile;
import dev.millrace.io.file.InputException;
import dev.millrace.io.file.OutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command line of the benchmarks.
///
/// Everything that can be wrong with the input is found before the first fork starts. Each finished
/// fork is on disk before the next one starts; [ResultFolder] tells the files.
@Command(
    name = "bench",
    description = "Measures engines on jobs: run time and CPU time against parallelism.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeOnExecutionException = Bench.FAILED,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:everything was measured",
      " 64:the command line makes no sense",
      " 65:the feed or the pipeline cannot be read or does not fit",
      " 70:a fork failed: a wrong answer or an exception",
      " 73:the results cannot be written",
      " 75:another benchmark is running on this machine, or --strict found it unfit",
      "130:interrupted; what was measured is there"
    })
public final class Bench implements Callable<Integer> {
  /// Everything was measured.
  public static final int OK = 0;

  /// The command line is wrong.
  public static final int USAGE = 64;

  /// An input cannot be read or does not fit.
  public static final int INPUT = 65;

  /// A fork failed: a wrong answer or an exception.
  public static final int FAILED = 70;

  /// Results cannot be written.
  public static final int OUTPUT = 73;

  /// Another benchmark is running on this machine, or it is not fit to measure on.
  public static final int BUSY = 75;

  /// The user stopped the run.
  public static final int INTERRUPTED = 130;

  /// What the heap of suites with feeds of their own is made for.
  private static final long SUITE_BYTES = 1L << 27;

  private final List<String> arguments;
  private final @Nullable Path resumed;

  @Spec
  @SuppressWarnings("NullAway.Init") // set when the command line is made
  private CommandSpec spec;

  @Mixin private final BenchOptions options = new BenchOptions();

  private Bench(List<String> arguments, @Nullable Path resumed) {
    this.arguments = arguments;
    this.resumed = resumed;
  }

  /// Runs the command and ends the JVM with its exit code.
  public static void main(String... arguments) {
    CommandLine command = commandLine(arguments);
    try {
      System.exit(command.execute(arguments));
    } catch (OutOfMemoryError tooLarge) {
      command.getErr().println("out of memory: take fewer items or copies, or a larger -Xmx");
      System.exit(FAILED);
    }
  }

  /// The command for some arguments, to be executed with the same.
  static CommandLine commandLine(String... arguments) {
    return commandLine(new Bench(List.of(arguments), null));
  }

  /// A command that answers bad input with one line and an exit code.
  public static CommandLine commandLine(Callable<Integer> command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Bench::explainUsage)
        .setExecutionExceptionHandler(Bench::explain);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (options.resume() != null) {
      return resume(options.resume());
    }
    options.check();
    Path out = resumed == null ? options.out() : resumed;
    if (resumed == null) {
      ResultFolder.checkUnused(out);
    }
    try (MachineLock lock = MachineLock.take()) {
      if (lock == null) {
        err().println("another benchmark is running here; wait for its end");
        return BUSY;
      }
      Agenda agenda = options.agenda();
      return agenda.hasScaling()
          ? measureWorkload(agenda, out)
          : measure(agenda.stages(0), ForkSettings.jvmFlags(SUITE_BYTES), null, out);
    }
  }

  /// Runs the command again that a run was started with, which goes on where that run was cut off.
  private int resume(Path folder) {
    List<String> first = new Remains(folder).arguments();
    List<String> given = without("--resume", arguments);
    List<String> started = without("--out", first);
    if (!given.isEmpty() && !given.equals(started)) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume: "
              + folder
              + " was started with '"
              + String.join(" ", started)
              + "', not '"
              + String.join(" ", given)
              + "'; leave the other options out");
    }
    return commandLine(new Bench(first, folder))
        .setOut(out())
        .setErr(err())
        .execute(first.toArray(String[]::new));
  }

  /// Arguments without an option and its value.
  private static List<String> without(String option, List<String> arguments) {
    var others = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(option)) {
        i++;
      } else if (!argument.startsWith(option + "=")) {
        others.add(argument);
      }
    }
    return others;
  }

  private int measureWorkload(Agenda agenda, Path out) throws InterruptedException {
    var workload = Workload.load(options.feed());
    var file = WorkloadFile.of(options.feed(), workload.answers(options.jobs()));
    announce(file, workload.items());
    List<String> flags = ForkSettings.jvmFlags(workload.bytes());
    return measure(agenda.stages(workload.items()), flags, file, out);
  }

  private int measure(
      List<Stage> stages, List<String> flags, @Nullable WorkloadFile workload, Path out) {
    String program = System.getProperty("millrace.command", "java -jar benchmarks.jar");
    var launch =
        new Launch(
            program, arguments, out, options.isStrict(), resumed != null, options.keepsLatency());
    return exitCode(new Campaign(out(), err(), launch).run(stages, flags, workload));
  }

  /// The exit code for the end of a campaign.
  public static int exitCode(Campaign.End end) {
    return switch (end) {
      case MEASURED -> OK;
      case FAILED -> FAILED;
      case INTERRUPTED -> INTERRUPTED;
      case UNFIT -> BUSY;
    };
  }

  private void announce(WorkloadFile workload, int items) {
    switch (workload.feed()) {
      case FeedSource.Generated(long seed, _) ->
          out().printf(Locale.ROOT, "feed: generated from seed %d, %,d items%n", seed, items);
      case FeedSource.FromFile(var file, var copies, var key) -> {
        String why = copies == null ? "copied until long enough to time" : copies + " copies";
        String kinds = key == null ? "equal copies; see --key" : "copies differ in " + key;
        out().printf(Locale.ROOT, "feed: %s, %s: %,d items (%s)%n", file, why, items, kinds);
      }
    }
    workload.jobs().forEach((job, answer) -> out().println(job + ": " + answer.expected()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private static int explainUsage(ParameterException wrong, String... arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(wrong.getMessage() + " (--help tells the options)");
    return USAGE;
  }

  private static int explain(Exception thrown, CommandLine command, ParseResult parsed)
      throws Exception {
    int code =
        switch (thrown) {
          case InputException _ -> INPUT;
          case OutputException _ -> OUTPUT;
          case ForkException _ -> FAILED;
          default -> throw thrown;
        };
    command.getErr().println(thrown.getMessage());
    return code;
  }
}
