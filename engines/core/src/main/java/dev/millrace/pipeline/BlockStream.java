package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream that can give many items at once. A reader may take blocks and items in turns.
public interface BlockStream extends ItemStream {
  /// The next items, at least one and not more than a few thousand, if they are there in a block;
  /// no error is noted among them.
  ///
  /// @return the items, or null when the next item, or the end, is to be had from [#next] alone
  @Nullable List<Item> nextBlock();
}
