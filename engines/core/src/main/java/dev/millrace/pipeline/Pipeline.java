package dev.millrace.pipeline;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.ItemAction;
import dev.millrace.action.OrderedAction;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;

/// A plan cut into segments that run in parallel, and compiled by an evaluator. Immutable.
///
/// @param segments the segments, each needing all of the one before
/// @param tail the item-wise stage after the last
public record Pipeline(List<Segment> segments, StreamStage tail) {

  /// The pipeline of some steps.
  public static Pipeline of(List<Step> steps, Evaluator evaluator) {
    var segments = new ArrayList<Segment>();
    var itemWise = new ArrayList<Step>();
    for (Step step : steps) {
      if (step.action().isItemWise()) {
        itemWise.add(step);
      } else {
        StreamStage items = evaluator.items(List.copyOf(itemWise));
        segments.add(new Segment(items, gathering(step, evaluator)));
        itemWise.clear();
      }
    }
    return new Pipeline(segments, evaluator.items(itemWise));
  }

  private static Gathering gathering(Step step, Evaluator evaluator) {
    return switch (step.action()) {
      case OrderedAction.Limit(long count) -> new Ordered(evaluator.ordered(step), count);
      case OrderedAction _ -> new Ordered(evaluator.ordered(step), Long.MAX_VALUE);
      case AggregateAction _ -> new Aggregated<>(evaluator.aggregation(step));
      case Conditional _ ->
          new Branched(
              evaluator.condition(step),
              branch(step.then(), step, evaluator),
              branch(step.otherwise(), step, evaluator));
      case ItemAction _ -> throw new AssertionError("item-wise: " + step.action());
    };
  }

  private static Pipeline branch(List<Step> steps, Step conditional, Evaluator evaluator) {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    Pipeline branch = of(steps, evaluator);
    return new Pipeline(
        branch.segments, branch.tail.then(evaluator.conform(end, conditional.after())));
  }
}
