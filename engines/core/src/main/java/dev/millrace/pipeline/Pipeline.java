package dev.millrace.pipeline;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.ItemAction;
import dev.millrace.action.OrderedAction;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.trace.Stretch;
import java.util.ArrayList;
import java.util.List;

/// A plan cut into segments that run in parallel, and compiled by an evaluator. Immutable.
///
/// @param segments the segments, each beginning where the one before ends
/// @param tail the item-wise stage after the last
/// @param last the steps that became the tail
public record Pipeline(List<Segment> segments, StreamStage tail, Stretch last) {

  /// The pipeline of a plan.
  ///
  /// @param rows how many rows the feed has that it will run over
  public static Pipeline of(Plan plan, Evaluator evaluator, long rows) {
    return new Compilation(evaluator, rows).pipeline(evaluator.prepared(plan).steps());
  }

  /// All steps, those of branches inside of their conditionals.
  public Stretch whole() {
    var steps = new ArrayList<Step>();
    for (Segment segment : segments) {
      steps.addAll(segment.stretch().items());
      Step seam = segment.stretch().seam();
      if (seam != null) {
        steps.add(seam);
      }
    }
    steps.addAll(last.items());
    return new Stretch(Stretch.WHOLE, steps, null);
  }

  /// Cuts steps into segments, depth first, which is the order in which second feeds get rows.
  private static final class Compilation {
    private final Evaluator evaluator;
    private long rows;
    private int stretches;

    Compilation(Evaluator evaluator, long rows) {
      this.evaluator = evaluator;
      this.rows = rows;
    }

    Pipeline pipeline(List<Step> steps) {
      var segments = new ArrayList<Segment>();
      var itemWise = new ArrayList<Step>();
      for (Step step : steps) {
        if (step.action().isItemWise()) {
          itemWise.add(step);
        } else {
          var stretch = new Stretch(stretches++, itemWise, step);
          segments.add(new Segment(evaluator.items(stretch.items()), seam(step), stretch));
          itemWise.clear();
        }
      }
      var last = new Stretch(stretches++, itemWise, null);
      return new Pipeline(segments, evaluator.items(last.items()), last);
    }

    private Seam seam(Step step) {
      return switch (step.action()) {
        case OrderedAction.Limit(long count) -> new Ordered(evaluator.ordered(step), count);
        case OrderedAction _ -> new Ordered(evaluator.ordered(step), Long.MAX_VALUE);
        case AggregateAction _ -> evaluator.gathered(step);
        case Union(var feed) -> appended(feed, step);
        case Conditional _ ->
            new Branched(
                evaluator.condition(step),
                branch(step.then(), step),
                branch(step.otherwise(), step));
        case ItemAction _ -> throw new AssertionError("item-wise: " + step.action());
      };
    }

    private Appended appended(Feed feed, Step step) {
      long first = rows;
      rows += feed.size();
      return new Appended(feed, first, evaluator.conform(feed.schema(), step.after()));
    }

    private Pipeline branch(List<Step> steps, Step conditional) {
      Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
      Pipeline branch = pipeline(steps);
      return new Pipeline(
          branch.segments,
          branch.tail.then(evaluator.conform(end, conditional.after())),
          branch.last);
    }
  }
}
