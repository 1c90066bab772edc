package dev.millrace.reports;

/// Exit codes that every subcommand shares.
final class ExitCode {
  /// What was made again is not what it was.
  static final int DIFFERS = 1;

  /// The command line makes no sense.
  static final int USAGE = 64;

  /// An input file is absent, cut short, or not what it should be.
  static final int UNREADABLE = 65;

  /// Something the command needs is not installed.
  static final int UNAVAILABLE = 69;

  /// A fault of this program.
  static final int FAULT = 70;

  /// An output file cannot be written.
  static final int CANNOT_WRITE = 73;

  private ExitCode() {}
}
