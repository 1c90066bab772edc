package dev.millrace.evaluator.fused;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.ItemStream;
import org.jspecify.annotations.Nullable;

/// A stream of one item at a time, put in from outside.
final class One implements ItemStream {
  @Nullable Item item;

  @Override
  public @Nullable Item next() {
    Item given = item;
    item = null;
    return given;
  }
}
