package dev.millrace.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a feed is held in memory. The items are the same in either.
public enum Storage {
  /// Each item and value an object: quick to read, but each is marked and moved by every full
  /// collection.
  OBJECTS,
  /// Blocks of flat arrays: a fraction of the memory and next to nothing for the collector, but a
  /// value is made when an item is first asked for it.
  COMPACT;

  private static final int BLOCK = 4_096;

  /// The name that users type.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Items, held in this way: the list itself, or a copy in blocks. Items that are those of blocks
  /// already stay in them; what was made of their values is let go.
  public List<Item> hold(List<Item> items) {
    if (this == OBJECTS || areBlocks(items)) {
      return items;
    }
    if (items.stream().allMatch(Item::isUntouched)) {
      return items.stream().map(Item::fresh).toList();
    }
    if (items.size() <= BLOCK) {
      return CompactBlock.of(items);
    }
    var held = new ArrayList<Item>(items.size());
    for (int from = 0; from < items.size(); from += BLOCK) {
      held.addAll(CompactBlock.of(items.subList(from, Math.min(items.size(), from + BLOCK))));
    }
    return held;
  }

  private static boolean areBlocks(List<Item> items) {
    return items instanceof CompactBlock
        || (items instanceof Rope rope
            && rope.pieces().stream().allMatch(CompactBlock.class::isInstance));
  }

  /// The names of all storages.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Storage::label).toList();
  }

  /// The storage of a name, or null when there is none.
  public static @Nullable Storage ofLabel(String label) {
    return Arrays.stream(values())
        .filter(storage -> storage.label().equals(label))
        .findFirst()
        .orElse(null);
  }
}
