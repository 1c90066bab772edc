package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A stream that is made when its first item is asked for.
public final class Lazy implements ItemStream {
  private final Supplier<ItemStream> source;
  private @Nullable ItemStream made;

  /// A stream that `source` makes, once.
  public Lazy(Supplier<ItemStream> source) {
    this.source = source;
  }

  @Override
  public @Nullable Item next() {
    if (made == null) {
      made = source.get();
    }
    return made.next();
  }
}
