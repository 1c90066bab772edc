package dev.millrace.io.cli;

/// What the runner's exit codes mean; 0 is success.
final class ExitCode {
  /// The command line is wrong.
  static final int USAGE = 64;

  /// A feed or a pipeline is missing, unreadable or wrong, or an item has an error.
  static final int INPUT = 65;

  /// A fault of this program.
  static final int INTERNAL = 70;

  /// A file cannot be written.
  static final int OUTPUT = 74;

  /// The run was interrupted.
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
