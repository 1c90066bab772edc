package dev.millrace.optimiser;

/// A rewrite that was made.
///
/// @param rewrite the rewrite
/// @param path where in the plan, such as `actions[2].set.price`
/// @param before the part that was changed, in its short form
/// @param after what it became, in its short form
public record Applied(Rewrite rewrite, String path, String before, String after) {
  @Override
  public String toString() {
    return rewrite.title() + ": " + path + ": " + before + " → " + after;
  }
}
