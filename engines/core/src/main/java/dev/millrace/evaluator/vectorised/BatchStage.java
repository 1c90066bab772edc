package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.BlockStream;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Batch steps, one after another, as a stage. Shared by threads.
final class BatchStage implements StreamStage {
  private final List<BatchStep> steps;
  private final int width;
  private final Supplier<StreamStage> makeByItem;
  private final Queue<Scratch> spare = new ConcurrentLinkedQueue<>();
  private volatile @Nullable StreamStage byItem;

  /// A stage.
  ///
  /// @param width how many fields the items have before the steps
  /// @param makeByItem makes the same steps of the fused evaluator
  BatchStage(List<BatchStep> steps, int width, Supplier<StreamStage> makeByItem) {
    this.steps = steps;
    this.width = width;
    this.makeByItem = makeByItem;
  }

  @Override
  public ItemStream apply(ItemStream in, Ledger ledger) {
    return in instanceof BlockStream blocks
        ? new VectorStream(blocks, ledger, this)
        : byItem().apply(in, ledger);
  }

  /// The same steps item by item, made when they are first needed. Threads that race make equal
  /// ones.
  StreamStage byItem() {
    StreamStage made = byItem;
    if (made == null) {
      made = makeByItem.get();
      byItem = made;
    }
    return made;
  }

  /// What comes out of some items.
  ///
  /// @throws RuntimeException if one of them has an error
  List<Item> of(List<Item> items, Counts counts) {
    Scratch spared = spare.poll();
    Scratch scratch = spared == null ? new Scratch() : spared;
    try {
      Batch batch = Batch.of(items, width, scratch);
      for (BatchStep step : steps) {
        batch = step.of(batch, counts);
        batch.takeBack();
      }
      return batch.block();
    } finally {
      scratch.takeBack(_ -> true);
      spare.add(scratch);
    }
  }
}
