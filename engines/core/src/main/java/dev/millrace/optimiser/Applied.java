package dev.millrace.optimiser;

/// A rewrite that was made.
///
/// @param rewrite the rewrite
/// @param path where in the plan, such as `actions[2].set.price`
/// @param before the action or expression that was changed
/// @param after what it became, or what became of it in words
public record Applied(Rewrite rewrite, String path, Object before, Object after) {
  /// One line: where, what it was and what it is, in short form.
  @Override
  public String toString() {
    return rewrite.title()
        + " at "
        + path
        + ": "
        + ShortForm.of(before)
        + " → "
        + ShortForm.of(after);
  }
}
