package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.expression.Expression;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;

/// Rewrites plans so that runs have less to do.
///
/// All rewrites are tried in the order of the registry, again and again, until none of them finds
/// anything to do or a number of rounds is over: one makes room for another.
///
/// Work O(plan) for each round; a filter that passes k actions costs k. A plan whose expressions
/// are nested too deeply for the stack stays as it is.
public final class Optimiser {
  private static final int ROUNDS = 8;

  private Optimiser() {}

  /// A plan as it is to run. It gives what the plan that is given gives, errors and counts
  /// included.
  public static Optimised of(Plan plan) {
    try {
      return of(plan, Rewrites.all());
    } catch (StackOverflowError tooDeep) {
      return new Optimised(plan, List.of());
    }
  }

  /// A plan with some rewrites alone.
  public static Optimised of(Plan plan, List<Rewrite> rewrites) {
    var applied = new ArrayList<Applied>();
    List<Step> steps = plan.steps();
    int before = -1;
    for (int round = 0; round < ROUNDS && before < applied.size(); round++) {
      before = applied.size();
      for (Rewrite rewrite : rewrites) {
        steps = rewritten(steps, rewrite, applied);
      }
    }
    return new Optimised(
        new Plan(List.copyOf(steps), plan.input(), plan.output()), List.copyOf(applied));
  }

  private static List<Step> rewritten(List<Step> steps, Rewrite rewrite, List<Applied> applied) {
    StepRewrite.Notes notes =
        (path, before, after) -> applied.add(new Applied(rewrite, path, before, after));
    return switch (rewrite) {
      case StepRewrite change -> change.of(steps, notes);
      case ExpressionRewrite change ->
          Steps.everywhere(
              steps, list -> list.stream().map(step -> rewritten(step, change, notes)).toList());
    };
  }

  private static Step rewritten(Step step, ExpressionRewrite rewrite, StepRewrite.Notes notes) {
    Totality totality = Totality.over(step.before());
    var changed = new boolean[1];
    Action action =
        new StepExpressions(
                step,
                (path, expression) -> {
                  Expression made = rewrite.of(expression, totality);
                  if (!Parts.isSame(made, expression)) {
                    changed[0] = true;
                    notes.changed(path, expression, made);
                  }
                  return made;
                })
            .changed();
    return changed[0] ? Steps.with(step, action) : step;
  }
}
