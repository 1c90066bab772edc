package dev.millrace.reports.results;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JMH result file, the description of the machine beside it, and the forks that failed.
///
/// @param notes what is odd about what lies beside it, a line each
public record ResultFile(
    Path path,
    List<Series> series,
    Environment environment,
    List<Failure> failures,
    List<String> notes) {
  /// The name of the file that describes machine, JVM and run, in the folder of the results.
  public static final String ENVIRONMENT = "environment.json";

  public ResultFile {
    series = List.copyOf(series);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

  /// Results of which no fork failed, as far as is known.
  public ResultFile(Path path, List<Series> series, Environment environment) {
    this(path, series, environment, List.of(), List.of());
  }

  /// Reads the results and, where they are there, `environment.json` and `failures.json` in the
  /// same folder.
  ///
  /// @throws UnreadableInputException when one of the files is not what its name says
  public static ResultFile read(Path path) {
    return new ResultFile(
        path,
        ResultReader.read(path),
        EnvironmentReader.read(path.resolveSibling(ENVIRONMENT)),
        Failure.of(path),
        List.of());
  }

  /// The same with other series.
  ResultFile with(List<Series> others) {
    return new ResultFile(path, others, environment, failures, notes);
  }

  /// The machine of the first file that knows how many cores it has.
  public static Environment.Machine machine(List<ResultFile> files) {
    return files.stream()
        .map(file -> file.environment().machine())
        .filter(each -> each.logicalCores() != null || each.physicalCores() != null)
        .findFirst()
        .orElse(Environment.UNKNOWN.machine());
  }

  /// Why a series has no result; null when none of its forks failed.
  public @Nullable String failureOf(Identity series) {
    return failures.stream()
        .filter(each -> each.isOf(series))
        .map(Failure::reason)
        .findFirst()
        .orElse(null);
  }
}
