package dev.millrace.io.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What a command line of the runner does.
///
/// @param code its exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Outcome(int code, String out, String err) {
  /// Runs a command line.
  static Outcome run(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int code = Run.execute(new PrintWriter(out), new PrintWriter(err), texts);
    return new Outcome(code, out.toString(), err.toString());
  }
}
