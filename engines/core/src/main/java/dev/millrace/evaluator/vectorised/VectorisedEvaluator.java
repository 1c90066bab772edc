package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.ItemAction;
import dev.millrace.action.OrderedAction;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Schema;
import dev.millrace.optimiser.Applied;
import dev.millrace.optimiser.LatestPlan;
import dev.millrace.optimiser.ShortForm;
import dev.millrace.optimiser.StepExpressions;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.Seam;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Batches of about a thousand items as columns: each expression is one loop over arrays of
/// primitives or strings.
///
/// No loop depends on another, so neither a long plan nor other plans in the same JVM slow them
/// down, and nothing has to be compiled first. What has no loop yet is evaluated item by item, and
/// so is what comes from a stage that gives items only one by one. Plans are optimised first.
///
/// After MonetDB/X100: Boncz, Zukowski, Nes, "Hyper-pipelining query execution" (CIDR 2005).
public final class VectorisedEvaluator implements Evaluator {
  /*
   * An item with an error goes through the fused evaluator's steps each of which calls the one
   * before: this many have room on any stack.
   */
  private static final int MOST_AT_ONCE = 500;

  private final FusedEvaluator fused = new FusedEvaluator();
  private final LatestPlan latest = new LatestPlan();

  @Override
  public Plan prepared(Plan plan) {
    return latest.optimised(plan).plan();
  }

  @Override
  public List<String> changes(Plan plan) {
    return latest.optimised(plan).applied().stream().map(Applied::toString).toList();
  }

  @Override
  public List<String> explained(Step step) {
    return switch (step.action()) {
      case OrderedAction _ -> List.of("item by item, in order");
      case AggregateAction _ ->
          List.of(gathered(step) instanceof Collected<?> ? "in columns" : "item by item");
      case Union _ -> List.of("as it is");
      case ItemAction _, Conditional _ -> explainedByItem(step);
    };
  }

  private static List<String> explainedByItem(Step step) {
    if (!BatchSteps.isVectorised(step)) {
      return List.of("item by item");
    }
    var lines = new ArrayList<>(List.of("in batches"));
    var kernels =
        new Kernels(
            step.before(), List.of(), part -> lines.add("value by value: " + ShortForm.of(part)));
    StepExpressions.of(step).forEach(kernels::of);
    return List.copyOf(lines);
  }

  @Override
  public StreamStage items(List<Step> steps) {
    return items(steps, BatchSteps::of);
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    return new BatchStage(
        List.of(BatchSteps.conform(from, to)), from.size(), () -> fused.conform(from, to));
  }

  @Override
  public StreamStage ordered(Step step) {
    return fused.ordered(step);
  }

  @Override
  public Aggregation<?> aggregation(Step step) {
    return fused.aggregation(step);
  }

  @Override
  public Seam gathered(Step step) {
    return switch (step.action()) {
      case Sort sort -> new Collected<>(SortGathering.of(sort, step));
      case Deduplicate deduplicate -> new Collected<>(DeduplicateGathering.of(deduplicate, step));
      case Group group when GroupGathering.canDo(group, step) ->
          new Collected<>(GroupGathering.of(group, step));
      default -> new Aggregated<>(aggregation(step));
    };
  }

  @Override
  public Condition condition(Step step) {
    return fused.condition(step);
  }

  /// A stage for item-wise steps, one after another.
  ///
  /// @param batchSteps makes batch steps of some of them
  public static StreamStage items(
      List<Step> steps, Function<List<Step>, List<BatchStep>> batchSteps) {
    StreamStage all = StreamStage.IDENTITY;
    for (int from = 0; from < steps.size(); from += MOST_AT_ONCE) {
      List<Step> some = steps.subList(from, Math.min(steps.size(), from + MOST_AT_ONCE));
      int width = some.getFirst().before().size();
      StreamStage stage =
          new BatchStage(batchSteps.apply(some), width, () -> new FusedEvaluator().items(some));
      all = all.then(stage);
    }
    return all;
  }
}
