package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import org.jspecify.annotations.Nullable;

/// Items that are made as they are pulled.
///
/// Nothing is evaluated before `next` asks for it. Used by one thread at a time.
@FunctionalInterface
public interface ItemStream {
  /// The next item, or null when there is none now; an item-wise stage gives more when its source
  /// does.
  ///
  /// @throws dev.millrace.engine.ItemException if the next item has an error and the policy is to
  ///   fail
  @Nullable Item next();
}
