package dev.millrace.io.feed;

import dev.millrace.feed.Storage;
import dev.millrace.feed.Type;
import java.util.Map;
import java.util.Set;

/// What a caller may say about a feed file, and about the feed that it becomes.
///
/// @param types the types of some columns, which are then not inferred
/// @param nullCells the CSV cells that stand for null, quoted or not; an unquoted empty cell always
///   does
/// @param storage how the feed is held
public record ReadOptions(Map<String, Type> types, Set<String> nullCells, Storage storage) {
  /// All types inferred; the cell `null` stands for null; items are objects.
  public static final ReadOptions DEFAULT = new ReadOptions(Map.of(), Set.of("null"));

  /// Options for a feed of objects.
  public ReadOptions(Map<String, Type> types, Set<String> nullCells) {
    this(types, nullCells, Storage.OBJECTS);
  }

  /// Copies the collections.
  public ReadOptions {
    types = Map.copyOf(types);
    nullCells = Set.copyOf(nullCells);
  }

  /// These options for a feed that is held in another way.
  public ReadOptions with(Storage other) {
    return new ReadOptions(types, nullCells, other);
  }
}
