package dev.millrace.evaluator.compiled;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.BatchSteps;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Steps, one after another, that become one class: as many as there is room for. A class file has
/// room for 65,535 constants and names.
final class Stretch {
  private static final int MOST = 5_000;

  private final List<Step> steps = new ArrayList<>();
  private int weight;

  /// Whether a step can become part of the class.
  boolean takes(Step step) {
    return Statements.areMadeOf(step) && weight + weight(step) <= MOST;
  }

  /// Adds a step.
  void add(Step step) {
    steps.add(step);
    weight += weight(step);
  }

  /// Adds what the steps so far become to other steps, and begins anew.
  void end(List<BatchStep> all) {
    boolean isWorthIt = weight > steps.size();
    if (isWorthIt) {
      all.add(new CompiledStep(List.copyOf(steps)));
    } else {
      all.addAll(BatchSteps.of(steps));
    }
    steps.clear();
    weight = 0;
  }

  /// About how many expressions a step has, itself counted.
  private static int weight(Step step) {
    int branches = step.branches().stream().flatMap(List::stream).mapToInt(Stretch::weight).sum();
    return 1 + branches + expressions(step.action()).mapToInt(Stretch::weight).sum();
  }

  private static Stream<Expression> expressions(Action action) {
    return switch (action) {
      case SetFields(var fields) -> fields.values().stream();
      case FillMissing(var fields) -> fields.values().stream();
      case Filter(var condition) -> Stream.of(condition);
      case Validate(var condition, _) -> Stream.of(condition);
      case KeepListed(var of, _) -> Stream.of(of);
      case DropListed(var of, _) -> Stream.of(of);
      case Conditional(var condition, _, _) -> Stream.of(condition);
      default -> Stream.of();
    };
  }

  private static int weight(Expression expression) {
    return 1
        + Construct.children(expression).stream()
            .mapToInt(child -> weight(child.expression()))
            .sum();
  }
}
