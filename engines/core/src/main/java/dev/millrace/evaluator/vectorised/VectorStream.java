package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.BlockStream;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Lazy;
import dev.millrace.pipeline.Ledger;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream of what steps make of another stream, batch by batch.
///
/// A batch that has an error in it is evaluated again, item by item as they are asked for, by the
/// fused evaluator: that knows which item's error is the first, and what the policy makes of it. So
/// an error of an item that nobody asks for is never seen.
final class VectorStream implements BlockStream {
  private final BlockStream in;
  private final Ledger ledger;
  private final BatchStage stage;
  private final ItemStream itemByItem;
  private Iterator<Item> source = List.<Item>of().iterator();
  private boolean isItemByItem;
  private List<Item> block = List.of();
  private int next;

  /// A stream.
  VectorStream(BlockStream in, Ledger ledger, BatchStage stage) {
    this.in = in;
    this.ledger = ledger;
    this.stage = stage;
    this.itemByItem =
        new Lazy(() -> stage.byItem().apply(() -> source.hasNext() ? source.next() : null, ledger));
  }

  @Override
  public @Nullable Item next() {
    while (true) {
      Item item = isItemByItem ? itemByItem.next() : null;
      if (item != null) {
        return item;
      }
      isItemByItem = false;
      if (findsBlock()) {
        return block.get(next++);
      }
      if (!isItemByItem) {
        Item one = in.next();
        if (one == null) {
          return null;
        }
        evaluateItemByItem(List.of(one));
      }
    }
  }

  @Override
  public @Nullable List<Item> nextBlock() {
    if (isItemByItem || !findsBlock()) {
      return null;
    }
    List<Item> given = next == 0 ? block : block.subList(next, block.size());
    next = block.size();
    return given;
  }

  /// Evaluates batches until there is an item that can be given, or a batch with an error, or none.
  private boolean findsBlock() {
    while (next == block.size() && !isItemByItem) {
      List<Item> batch = in.nextBlock();
      if (batch == null) {
        return false;
      }
      evaluate(batch);
    }
    return next < block.size();
  }

  private void evaluate(List<Item> batch) {
    var counts = new Counts();
    try {
      block = stage.of(batch, counts);
      next = 0;
      counts.noteIn(ledger);
    } catch (RuntimeException somethingIsWrongWithAnItem) {
      evaluateItemByItem(batch);
    }
  }

  private void evaluateItemByItem(List<Item> items) {
    source = items.iterator();
    isItemByItem = true;
  }
}
