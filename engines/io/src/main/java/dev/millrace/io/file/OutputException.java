package dev.millrace.io.file;

/// A file that cannot be written. The message is one line that names the file and the reason.
public final class OutputException extends RuntimeException {
  /// An exception with the whole message.
  public OutputException(String message) {
    super(message, null, false, false);
  }
}
