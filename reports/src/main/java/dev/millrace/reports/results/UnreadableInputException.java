package dev.millrace.reports.results;

/// An input file that cannot be used. The message is one line: file, position, cause and remedy.
public final class UnreadableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// An error whose message is complete as it stands.
  public UnreadableInputException(String message) {
    super(oneLine(message));
  }

  /// An error at a place of a file.
  UnreadableInputException(String file, Json.Place place, String problem) {
    this(file + ": line " + place.line() + ", column " + place.column() + ": " + problem);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
