package dev.millrace.evaluator.vectorised;

import dev.millrace.engine.OnError;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Failures;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.pipeline.Tally;
import java.util.List;

/// A step without loops of its own: the fused evaluator's stage, item by item.
///
/// @param stage the stage
/// @param width how many fields items have after it
record ItemByItem(StreamStage stage, int width) implements BatchStep {
  @Override
  public Batch of(Batch in, Counts counts) {
    Chunk items = new Part(in.block(), List.of(), null, Tally.NONE);
    Part out = Part.drain(items.through(stage), new Ledger(OnError.FAIL, () -> {}));
    Throwable failure = out.failure();
    if (failure != null) {
      throw Failures.rethrow(failure);
    }
    counts.add(out.tally());
    return Batch.of(out.items(), width);
  }
}
