package dev.millrace.pipeline;

import java.util.List;

/// Items that a [Gathering] gives, before they are cut into chunks.
///
/// @param stages work that must have been done before a chunk is opened, one stage after another;
///   any of one stage at the same time
/// @param size how many items a chunk of all would be made of
/// @param cut makes a chunk of some of them
public record Made(List<List<Runnable>> stages, int size, Chunks.Cut cut) {
  /// Nothing.
  static final Made NOTHING = new Made(0, (_, _) -> Part.EMPTY);

  /// Items that are there.
  public Made(int size, Chunks.Cut cut) {
    this(List.of(), size, cut);
  }

  /// All of the items as one chunk, after the work that it takes.
  Chunk whole() {
    stages.forEach(stage -> stage.forEach(Runnable::run));
    return cut.of(0, size);
  }

  /// What came of a gathering: notes that come before all items, or a failure, and the items.
  ///
  /// @param notes a part without items
  /// @param items the items
  public record WithNotes(Part notes, Made items) {}
}
