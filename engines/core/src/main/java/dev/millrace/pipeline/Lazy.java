package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A stream that is made when its first item is asked for. It gives blocks if what is made does.
public final class Lazy implements BlockStream {
  private final Supplier<ItemStream> source;
  private @Nullable ItemStream made;

  /// A stream that `source` makes, once.
  public Lazy(Supplier<ItemStream> source) {
    this.source = source;
  }

  @Override
  public @Nullable Item next() {
    return stream().next();
  }

  @Override
  public @Nullable List<Item> nextBlock() {
    return stream() instanceof BlockStream blocks ? blocks.nextBlock() : null;
  }

  private ItemStream stream() {
    if (made == null) {
      made = source.get();
    }
    return made;
  }
}
