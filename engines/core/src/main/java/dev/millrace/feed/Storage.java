package dev.millrace.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a feed is held in memory. The items are the same in either.
public enum Storage {
  /// Each item and value an object: quick to read, but each is marked and moved by every full
  /// collection.
  OBJECTS,
  /// Blocks of flat arrays: a third of the memory or less and next to nothing for the collector,
  /// but a value is made anew whenever it is read.
  COMPACT;

  /// The labels of all.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Storage::label).toList();
  }

  /// The storage of a label, null when there is none.
  public static @Nullable Storage ofLabel(String label) {
    for (Storage storage : values()) {
      if (storage.label().equals(label)) {
        return storage;
      }
    }
    return null;
  }

  /// Its name on command lines.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
