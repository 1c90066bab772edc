package dev.millrace.io.cli;

/// A command line that asks for what there is not. The message is one line.
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message, null, false, false);
  }
}
