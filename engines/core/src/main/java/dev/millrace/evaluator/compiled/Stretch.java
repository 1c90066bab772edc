package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.BatchSteps;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.optimiser.StepExpressions;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Steps, one after another, that become one class: as many as there is room for. A class file has
/// room for 65,535 constants and names.
final class Stretch {
  private static final int MOST = 5_000;

  private final Function<CompiledStep, BatchStep> form;
  private final List<Step> steps = new ArrayList<>();
  private int weight;

  /// No steps yet.
  ///
  /// @param form what becomes of the code of some steps
  Stretch(Function<CompiledStep, BatchStep> form) {
    this.form = form;
  }

  /// Adds a step, or, where it can have no code, ends the stretch and goes around it.
  ///
  /// @param all where the steps go that are ended
  void add(Step step, List<BatchStep> all) {
    int more = Statements.areMadeOf(step) ? weight(step) : Integer.MAX_VALUE;
    if (more > MOST - weight) {
      end(all);
    }
    if (more > MOST) {
      all.addAll(BatchSteps.of(List.of(step)));
    } else {
      steps.add(step);
      weight += more;
    }
  }

  /// Adds what the steps so far become to other steps, and begins anew.
  void end(List<BatchStep> all) {
    boolean isWorthIt = weight > steps.size();
    if (isWorthIt) {
      all.add(form.apply(new CompiledStep(List.copyOf(steps))));
    } else {
      all.addAll(BatchSteps.of(steps));
    }
    steps.clear();
    weight = 0;
  }

  /// About how many expressions a step has, itself counted.
  private static int weight(Step step) {
    int branches = step.branches().stream().flatMap(List::stream).mapToInt(Stretch::weight).sum();
    return 1 + branches + StepExpressions.of(step).stream().mapToInt(Stretch::weight).sum();
  }

  private static int weight(Expression expression) {
    return 1
        + Construct.children(expression).stream()
            .mapToInt(child -> weight(child.expression()))
            .sum();
  }
}
