package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Makes steps of steps; each keeps its path, so that errors name the action that was written.
final class Steps {
  private Steps() {}

  /// A step with another action that takes and gives the same items.
  static Step with(Step step, Action action) {
    return between(step.before(), step, action, step.after());
  }

  /// A step with another action between other schemas.
  static Step between(Schema before, Step step, Action action, Schema after) {
    return new Step(action, step.path(), before, after, step.branches(), step.origins());
  }

  /// A conditional with other branches.
  static Step branching(Schema before, Step step, List<List<Step>> branches, Schema after) {
    var conditional = (Conditional) step.action();
    var action =
        new Conditional(
            conditional.condition(), actions(branches.getFirst()), actions(branches.getLast()));
    return new Step(action, step.path(), before, after, branches, step.origins());
  }

  private static List<Action> actions(List<Step> steps) {
    return steps.stream().map(Step::action).toList();
  }

  /// Changes lists of steps, those in branches first.
  static List<Step> everywhere(List<Step> steps, UnaryOperator<List<Step>> change) {
    var changed = new ArrayList<Step>(steps.size());
    for (Step step : steps) {
      List<List<Step>> branches =
          step.branches().stream().map(branch -> everywhere(branch, change)).toList();
      changed.add(
          branches.equals(step.branches())
              ? step
              : branching(step.before(), step, branches, step.after()));
    }
    return change.apply(changed);
  }

  /// A schema without some columns.
  static Schema without(Schema schema, Set<String> names) {
    return schema.columns().stream().noneMatch(column -> names.contains(column.name()))
        ? schema
        : new Schema(
            schema.columns().stream().filter(column -> !names.contains(column.name())).toList());
  }
}
