package dev.millrace.io.cli;

import dev.millrace.io.file.OutputException;
import dev.millrace.io.trace.Subject;
import dev.millrace.io.trace.TraceFile;
import dev.millrace.io.trace.TracedRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that ask for a trace of a warm run.
final class TraceChoice {
  private static final int DEFAULT_RUNS = 20;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Run many times, and write the units of work of a warm run here, as JSON that Perfetto"
              + " and chrome://tracing open.")
  private @Nullable Path file;

  @Option(
      names = "--trace-warmup",
      paramLabel = "N",
      description =
          "With --trace: how many runs warm up, how many are then timed, and how many then traced"
              + " (default: "
              + DEFAULT_RUNS
              + ").")
  private @Nullable Integer runs;

  @Option(
      names = "--trace-degrees",
      paramLabel = "N",
      split = ",",
      description = "With --trace: degrees of parallelism to time beside the run's own.")
  private List<Integer> degrees = List.of();

  /// Checks the options, and that there is a folder for the file, before anything runs often.
  ///
  /// @throws UsageException if a number is out of range or there is no trace that it is for
  /// @throws OutputException if there is no such folder
  void check() {
    check(file != null || runs == null, "--trace-warmup is of use only with --trace");
    check(file != null || degrees.isEmpty(), "--trace-degrees is of use only with --trace");
    check(runs == null || runs >= 1, "--trace-warmup wants a number of at least 1, not " + runs);
    for (int degree : degrees) {
      check(degree >= 1, "--trace-degrees wants numbers of at least 1, not " + degree);
    }
    if (file != null && !Files.isDirectory(file.toAbsolutePath().resolveSibling("."))) {
      throw new OutputException(file + ": cannot be written: there is no such folder");
    }
  }

  /// Whether a trace is asked for.
  boolean isAsked() {
    return file != null;
  }

  /// Runs as often as it takes.
  ///
  /// @param isParallel whether the engine uses more than one thread when it may
  TracedRuns run(Subject subject, boolean isParallel) throws InterruptedException {
    int often = runs == null ? DEFAULT_RUNS : runs;
    return isParallel
        ? TracedRuns.of(subject, subject.options().parallelism(), degrees, often)
        : TracedRuns.of(subject, 1, List.of(), often);
  }

  /// Writes the trace.
  ///
  /// @throws dev.millrace.io.file.OutputException if the file cannot be written
  void write(TracedRuns traced) {
    if (file != null) {
      TraceFile.write(file, traced);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new UsageException(otherwise);
    }
  }
}
