package dev.millrace.bench.run;

/// A fork ended without a result.
public final class ForkException extends Exception {
  private final String reason;

  /// An exception with a reason in one line.
  public ForkException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /// Why there is no result, in one line.
  public String reason() {
    return reason;
  }
}
