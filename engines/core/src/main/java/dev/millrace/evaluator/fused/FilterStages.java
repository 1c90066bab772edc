package dev.millrace.evaluator.fused;

import dev.millrace.action.ItemAction.Sample;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Sampling;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Stages that leave items out and change none.
final class FilterStages {
  private FilterStages() {}

  /// Keeps the items for which a condition is true.
  static StreamStage filter(Expression condition, Step step) {
    Guard guard = Guard.condition(condition, step.before(), step.path() + ".filter");
    return filter(guard, Bool.TRUE::equals);
  }

  /// Keeps a share of the items.
  static StreamStage sample(Sample sample, Step step) {
    Guard guard = Guard.of(sample.by(), step.before(), step.path() + ".sample");
    return filter(guard, Sampling.of(sample.share())::isChosen);
  }

  /// Keeps the items of which a value is in a list.
  static StreamStage keepListed(Expression of, List<Value> values, Step step) {
    Guard guard = Guard.of(of, step.before(), step.path() + ".keep_listed");
    return filter(guard, Set.copyOf(values)::contains);
  }

  /// Leaves out the items of which a value is in a list.
  static StreamStage dropListed(Expression of, List<Value> values, Step step) {
    Guard guard = Guard.of(of, step.before(), step.path() + ".drop_listed");
    Set<Value> listed = Set.copyOf(values);
    return filter(guard, value -> !listed.contains(value));
  }

  /// Gives items for which a condition is not true an error.
  static StreamStage validate(Expression condition, String message, Step step) {
    Guard guard = Guard.condition(condition, step.before(), step.path() + ".validate");
    Closure assertion =
        (item, variables) -> {
          Value holds = guard.closure().of(item, variables);
          if (holds.equals(Bool.TRUE)) {
            return holds;
          }
          throw new EvaluationException(message);
        };
    return filter(guard.with(assertion), _ -> true);
  }

  private static StreamStage filter(Guard guard, Predicate<Value> isKept) {
    return PerItem.stage(
        (item, variables, ledger) -> keep(item, guard.of(item, variables, ledger), isKept, ledger),
        guard);
  }

  private static @Nullable Item keep(
      Item item, @Nullable Value value, Predicate<Value> isKept, Ledger ledger) {
    if (value == null) {
      return null;
    }
    if (isKept.test(value)) {
      return item;
    }
    ledger.filtered(1);
    return null;
  }
}
