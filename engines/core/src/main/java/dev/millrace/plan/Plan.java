package dev.millrace.plan;

import dev.millrace.action.Action;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Schema;
import java.util.List;

/// A list of actions that was checked against the schema of a feed: every field it names is there,
/// every operand has a fitting type, every pattern compiles. Immutable.
///
/// @param steps the actions with the schemas around them
/// @param input the schema of the feeds it takes
/// @param output the schema of the feeds it gives
public record Plan(List<Step> steps, Schema input, Schema output) {

  /// Checks a list of actions against a schema.
  ///
  /// @throws PlanException naming every problem and its place
  public static Plan of(List<Action> actions, Schema input) {
    var problems = new Problems();
    List<Step> steps = new PlanChecker(problems).check(actions, input, "actions");
    List<String> found = problems.found();
    if (!found.isEmpty()) {
      throw new PlanException(found);
    }
    return new Plan(steps, input, steps.isEmpty() ? input : steps.getLast().after());
  }

  /// Whether an action stands anywhere in the plan that ends its feed early, so that how many items
  /// were evaluated before it depends on the engine: a limit, by number or by condition.
  public boolean hasLimit() {
    return hasLimit(steps);
  }

  private static boolean hasLimit(List<Step> steps) {
    return steps.stream()
        .anyMatch(step ->
            step.action() instanceof Limit
                || step.action() instanceof LimitWhile
                || step.branches().stream().anyMatch(Plan::hasLimit));
  }

  /// Checks that a feed has the schema that this plan takes.
  ///
  /// @throws IllegalArgumentException if it has another
  public void requireInput(Feed feed) {
    if (!feed.schema().equals(input)) {
      throw new IllegalArgumentException(
          "the plan is for a feed of (" + input + "), this one has (" + feed.schema() + ")");
    }
  }
}
