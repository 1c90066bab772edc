package dev.millrace.optimiser;

import dev.millrace.action.Action.Conditional;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import java.util.ArrayList;
import java.util.List;

/// Puts the branch that a constant condition chooses in the place of a conditional.
///
/// Only where both branches are item-wise: otherwise a conditional waits for all items, and then
/// more errors come to light before a limit behind it than without it. Only where the branch gives
/// the very columns that the conditional gives. A constant that is neither a boolean nor null is an
/// item error, and the conditional stays.
record ChooseBranch() implements StepRewrite {
  @Override
  public String title() {
    return "choose branch";
  }

  @Override
  public String meaning() {
    return "A conditional with a constant condition is the branch that it chooses.";
  }

  @Override
  public List<Step> of(List<Step> steps, Notes notes) {
    return Steps.everywhere(steps, list -> chosen(list, notes));
  }

  private static List<Step> chosen(List<Step> steps, Notes notes) {
    var made = new ArrayList<Step>();
    for (Step step : steps) {
      if (step.action() instanceof Conditional(Literal(var condition), _, _)
          && (condition.isNull() || condition instanceof Bool)
          && mayReplace(step, branch(step, condition.equals(Bool.TRUE)))) {
        List<Step> branch = branch(step, condition.equals(Bool.TRUE));
        notes.changed(step.path(), step.action(), branch.size() + " actions of one branch");
        made.addAll(branch);
      } else {
        made.add(step);
      }
    }
    return made;
  }

  private static List<Step> branch(Step step, boolean isTrue) {
    return isTrue ? step.then() : step.otherwise();
  }

  private static boolean mayReplace(Step step, List<Step> branch) {
    List<String> given =
        branch.isEmpty() ? step.before().names() : branch.getLast().after().names();
    return step.action().isItemWise() && given.equals(step.after().names());
  }
}
