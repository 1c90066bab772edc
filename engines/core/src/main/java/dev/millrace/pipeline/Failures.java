package dev.millrace.pipeline;

/// Throws failures as they are.
public final class Failures {
  private Failures() {}

  /// Throws a failure, checked or not, as it is; declared to return so that callers can write
  /// `throw`.
  public static RuntimeException rethrow(Throwable failure) {
    throw Failures.<RuntimeException>sneak(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneak(Throwable failure) throws E {
    throw (E) failure;
  }
}
