package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import dev.millrace.feed.Rope;
import java.util.List;

/// Items that a [Gathering] gives, before they are cut into chunks.
///
/// @param size how many items a chunk of all would be made of
/// @param cut makes a chunk of some of them
public record Made(int size, Chunks.Cut cut) {
  /// Nothing.
  static final Made NOTHING = of(List.of());

  /// Items in pieces.
  public static Made of(List<List<Item>> pieces) {
    var items = new Rope(pieces);
    return new Made(items.size(), (from, to) -> Part.of(items.pieces(from, to)));
  }

  /// All of the items as one chunk.
  Chunk whole() {
    return cut.of(0, size);
  }

  /// What came of a gathering: notes that come before all items, or a failure, and the items.
  ///
  /// @param notes a part without items
  /// @param items the items
  public record WithNotes(Part notes, Made items) {}
}
