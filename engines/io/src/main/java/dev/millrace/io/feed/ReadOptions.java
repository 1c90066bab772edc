package dev.millrace.io.feed;

import dev.millrace.feed.Type;
import java.util.Map;
import java.util.Set;

/// What a caller may say about a feed file.
///
/// @param types the types of some columns, which are then not inferred
/// @param nullCells the CSV cells that stand for null, quoted or not; an unquoted empty cell always
///   does
public record ReadOptions(Map<String, Type> types, Set<String> nullCells) {
  /// All types inferred; the cell `null` stands for null.
  public static final ReadOptions DEFAULT = new ReadOptions(Map.of(), Set.of("null"));

  /// Copies the collections.
  public ReadOptions {
    types = Map.copyOf(types);
    nullCells = Set.copyOf(nullCells);
  }
}
