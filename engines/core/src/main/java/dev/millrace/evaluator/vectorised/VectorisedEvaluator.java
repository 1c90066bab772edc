package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.BlockStream;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.Seam;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import java.util.List;

/// Batches of about a thousand items as columns: each expression is one loop over arrays of
/// primitives or strings.
///
/// No loop depends on another, so neither a long plan nor other plans in the same JVM slow them
/// down, and nothing has to be compiled first. What has no loop yet is evaluated item by item, and
/// so is what comes from a stage that gives items only one by one.
///
/// After MonetDB/X100: Boncz, Zukowski, Nes, "Hyper-pipelining query execution" (CIDR 2005).
public final class VectorisedEvaluator implements Evaluator {
  private final FusedEvaluator fused = new FusedEvaluator();

  @Override
  public StreamStage items(List<Step> steps) {
    return steps.isEmpty()
        ? StreamStage.IDENTITY
        : stage(BatchSteps.of(steps), steps.getFirst().before().size(), fused.items(steps));
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    return stage(List.of(BatchSteps.conform(from, to)), from.size(), fused.conform(from, to));
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

  private static StreamStage stage(List<BatchStep> steps, int width, StreamStage byItem) {
    return (in, ledger) ->
        in instanceof BlockStream blocks
            ? new VectorStream(blocks, ledger, steps, width, byItem)
            : byItem.apply(in, ledger);
  }
}
