package dev.millrace.slot;

/// How a failure stands in a slot, where a value would.
///
/// @param failure the failure
record Failed(Throwable failure) {
  /// What was left in a slot, if it is a value; a failure is thrown as it is, checked or not.
  ///
  /// @param left a value, or the [Failed] in its place
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the slot took only a T
  static <T> T valueOf(Object left) {
    if (left instanceof Failed(var failure)) {
      throw Failed.<RuntimeException>rethrow(failure);
    }
    return (T) left;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException rethrow(Throwable failure) throws E {
    throw (E) failure;
  }
}
