package dev.millrace.reports;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/// One run of the command line in this JVM: what it printed, and its exit code.
public record Run(List<String> arguments, int exitCode, String out, String err) {
  /// Runs the command line.
  public static Run of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var commandLine = Reports.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    var exitCode = commandLine.execute(arguments);
    return new Run(List.of(arguments), exitCode, out.toString(), err.toString());
  }

  /// Runs again with more arguments, if there are any.
  public Run with(String... more) {
    return more.length == 0
        ? this
        : of(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
  }
}
