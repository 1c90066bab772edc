package dev.millrace.plan;

import dev.millrace.action.Action;
import dev.millrace.feed.Schema;
import java.util.List;
import java.util.Map;

/// One action of a plan, with the schema of the items before and after it.
///
/// @param action the action
/// @param path where it stands in the plan, such as `actions[3].then[0]`
/// @param before the schema of the items it takes
/// @param after the schema of the items it gives
/// @param branches for a conditional its two lists of steps, `then` first; else none
/// @param origins where expressions stand in the plan that a rewrite brought here from another
///   action, by the field each sets
public record Step(
    Action action,
    String path,
    Schema before,
    Schema after,
    List<List<Step>> branches,
    Map<String, String> origins) {

  /// A step as it stands in the plan.
  public Step(Action action, String path, Schema before, Schema after, List<List<Step>> branches) {
    this(action, path, before, after, branches, Map.of());
  }

  /// Where the expression stands in the plan that sets a field, such as `actions[2].set.price`.
  ///
  /// @param place where it stands in this action, such as `.set.price`
  public String pathOfField(String field, String place) {
    return origins.getOrDefault(field, path + place);
  }

  /// The steps taken when the condition of a conditional is true.
  public List<Step> then() {
    return branches.getFirst();
  }

  /// The steps taken when the condition of a conditional is not true.
  public List<Step> otherwise() {
    return branches.getLast();
  }
}
