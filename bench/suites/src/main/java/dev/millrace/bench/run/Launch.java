package dev.millrace.bench.run;

import java.nio.file.Path;
import java.util.List;

/// How a campaign is started.
///
/// @param program the command, for people to start it again
/// @param arguments its arguments
/// @param folder where results go
/// @param isStrict whether a machine that is not fit to measure on ends it before its first fork
/// @param isResumed whether the folder holds the first part of its results
/// @param keepsLatency whether the latency of every invocation is kept, in the folder [#LATENCY]
public record Launch(
    String program,
    List<String> arguments,
    Path folder,
    boolean isStrict,
    boolean isResumed,
    boolean keepsLatency) {
  /// The folder within the results where logs of latency go.
  static final String LATENCY = "latency";

  /// A line that starts it again.
  public String command() {
    return arguments.stream()
        .map(argument -> argument.matches("[\\w./,:=+-]+") ? argument : "'" + argument + "'")
        .reduce(program, (line, argument) -> line + " " + argument);
  }
}
