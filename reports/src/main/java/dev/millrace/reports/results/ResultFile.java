package dev.millrace.reports.results;

import java.nio.file.Path;
import java.util.List;

/// A JMH result file and the description of the machine beside it.
public record ResultFile(Path path, List<Series> series, Environment environment) {
  /// The name of the file that describes machine, JVM and run, in the folder of the results.
  public static final String ENVIRONMENT = "environment.json";

  public ResultFile {
    series = List.copyOf(series);
  }

  /// Reads the results and, when it is there, the `environment.json` in the same folder.
  ///
  /// @throws UnreadableInputException when either file is not what its name says
  public static ResultFile read(Path path) {
    var series = ResultReader.read(path);
    return new ResultFile(path, series, EnvironmentReader.read(path.resolveSibling(ENVIRONMENT)));
  }
}
