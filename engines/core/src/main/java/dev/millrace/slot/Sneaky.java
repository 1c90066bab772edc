package dev.millrace.slot;

/// Throws failures as they are.
final class Sneaky {
  private Sneaky() {}

  /// Throws a failure, checked or not, as it is.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> RuntimeException rethrow(Throwable failure) throws E {
    throw (E) failure;
  }
}
