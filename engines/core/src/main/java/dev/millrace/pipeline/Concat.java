package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Streams one after another; each is made when the one before has ended.
public final class Concat implements ItemStream {
  private final Iterator<Supplier<ItemStream>> rest;
  private @Nullable ItemStream current;

  private Concat(Iterator<Supplier<ItemStream>> rest) {
    this.rest = rest;
  }

  /// The streams that the sources make, in order.
  public static ItemStream of(List<Supplier<ItemStream>> sources) {
    return new Concat(sources.iterator());
  }

  @Override
  public @Nullable Item next() {
    while (true) {
      Item item = current == null ? null : current.next();
      if (item != null || !rest.hasNext()) {
        return item;
      }
      current = rest.next().get();
    }
  }
}
