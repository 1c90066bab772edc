package dev.millrace.scheduler;

import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Schema;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Condition;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import java.util.List;
import java.util.function.UnaryOperator;

/// The fused evaluator, each stream of its item-wise stages watched by a test.
///
/// @param watch sees the stream that a chunk's stage is about to pull
public record Watched(UnaryOperator<ItemStream> watch) implements Evaluator {
  private static final FusedEvaluator FUSED = new FusedEvaluator();

  /// Calls something for each item that is pulled.
  public static Watched each(Runnable onItem) {
    return new Watched(in ->
        () -> {
          var item = in.next();
          if (item != null) {
            onItem.run();
          }
          return item;
        });
  }

  @Override
  public StreamStage items(List<Step> steps) {
    StreamStage stage = FUSED.items(steps);
    return steps.isEmpty() ? stage : (in, ledger) -> stage.apply(watch.apply(in), ledger);
  }

  @Override
  public StreamStage conform(Schema from, Schema to) {
    return FUSED.conform(from, to);
  }

  @Override
  public StreamStage ordered(Step step) {
    return FUSED.ordered(step);
  }

  @Override
  public Aggregation<?> aggregation(Step step) {
    return FUSED.aggregation(step);
  }

  @Override
  public Condition condition(Step step) {
    return FUSED.condition(step);
  }
}
