package dev.millrace.plan;

import dev.millrace.action.Action;
import dev.millrace.feed.Schema;
import java.util.List;

/// One action of a plan, with the schema of the items before and after it.
///
/// @param action the action
/// @param path where it stands in the plan, such as `actions[3].then[0]`
/// @param before the schema of the items it takes
/// @param after the schema of the items it gives
/// @param branches for a conditional its two lists of steps, `then` first; else none
public record Step(
    Action action, String path, Schema before, Schema after, List<List<Step>> branches) {

  /// The steps taken when the condition of a conditional is true.
  public List<Step> then() {
    return branches.getFirst();
  }

  /// The steps taken when the condition of a conditional is not true.
  public List<Step> otherwise() {
    return branches.getLast();
  }
}
