package dev.millrace.pipeline;

/// What an aggregation keeps of one item, or of all items of one key that were folded.
///
/// @param key what the item is sorted or grouped by
/// @param place where the item stood: the index of its chunk in the upper 32 bits, its index among
///   the chunk's entries in the lower; unique, and in the order of the items
/// @param state what else is kept
/// @param <S> what else is kept
public record Entry<S>(Key key, long place, S state) {
  private static final int CHUNK_SHIFT = 32;

  /// The place of an entry.
  ///
  /// @param chunk the index of its chunk
  /// @param index its index in the chunk
  public static long place(int chunk, int index) {
    return (long) chunk << CHUNK_SHIFT | index;
  }

  /// The index of the chunk that the entry comes from.
  public int chunk() {
    return (int) (place >>> CHUNK_SHIFT);
  }

  /// This entry with another state.
  public Entry<S> with(S other) {
    return new Entry<>(key, place, other);
  }
}
