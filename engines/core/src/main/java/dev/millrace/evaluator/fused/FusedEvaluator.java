package dev.millrace.evaluator.fused;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.action.OrderedAction;
import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Condition.Branch;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Value;
import java.util.List;

/// Iterator fusion: item by item through all actions, each a pull stream over the one before,
/// expressions as closures over closures.
///
/// No list stands between item-wise actions. Closures leave the just-in-time compiler's inlining
/// budget after a handful of nodes; the evaluator is the scale that generated code is read against.
public final class FusedEvaluator implements Evaluator {
  @Override
  public StreamStage items(List<Step> steps) {
    return ItemStages.of(steps);
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    return ItemStages.conform(from, to);
  }

  @Override
  public StreamStage ordered(Step step) {
    return OrderedStages.of((OrderedAction) step.action(), step);
  }

  @Override
  public Aggregation<?> aggregation(Step step) {
    return switch ((AggregateAction) step.action()) {
      case Sort sort -> SortAggregation.of(sort, step);
      case Top top -> SortAggregation.of(top, step);
      case Rank rank -> SortAggregation.of(rank, step);
      case Reverse _ -> new ReverseAggregation(Long.MAX_VALUE, false);
      case Tail(long count) -> new ReverseAggregation(count, true);
      case Group group -> GroupAggregation.of(group, step);
      case CountDistinct distinct -> GroupAggregation.of(distinct, step);
      case Implode implode -> GroupAggregation.of(implode, step);
      case Deduplicate deduplicate -> new DeduplicateAggregation(deduplicate, step);
    };
  }

  @Override
  public Condition condition(Step step) {
    var conditional = (Conditional) step.action();
    Guard guard = Guard.condition(conditional.condition(), step.before(), step.path() + ".if");
    return (item, ledger) -> {
      Value chosen = guard.of(item, Guard.room(guard), ledger);
      if (chosen == null) {
        return Branch.DROPPED;
      }
      return chosen.equals(Bool.TRUE) ? Branch.THEN : Branch.OTHERWISE;
    };
  }
}
