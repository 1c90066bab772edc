package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream that tells when its end is reached.
///
/// @param in the stream
/// @param atEnd called whenever the stream has no item to give
record Watched(ItemStream in, Runnable atEnd) implements BlockStream {
  @Override
  public @Nullable Item next() {
    Item item = in.next();
    if (item == null) {
      atEnd.run();
    }
    return item;
  }

  @Override
  public @Nullable List<Item> nextBlock() {
    return in instanceof BlockStream blocks ? blocks.nextBlock() : null;
  }
}
