package dev.millrace.io.file;

/// A file that cannot be used: missing, unreadable or malformed. The message is one line that names
/// the file, the place, what is wrong, and what to do about it.
public final class InputException extends RuntimeException {
  /// An exception with the whole message.
  public InputException(String message) {
    super(message, null, false, false);
  }

  /// An exception about a line of a file.
  ///
  /// @param file the file's name
  /// @param line the line, counted from 1
  public static InputException at(String file, long line, String problem) {
    return new InputException(file + ": line " + line + ": " + problem);
  }

  /// The first input exception among an exception and its causes, or `otherwise` when there is
  /// none.
  public static InputException within(Throwable thrown, InputException otherwise) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return input;
      }
    }
    return otherwise;
  }
}
