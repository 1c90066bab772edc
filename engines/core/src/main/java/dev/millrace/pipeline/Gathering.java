package dev.millrace.pipeline;

/// What ends a segment of a pipeline: all its chunks are needed before the next segment begins.
public sealed interface Gathering permits Ordered, Aggregated, Branched {
  /// The work of one chunk, on any thread.
  ///
  /// @param chunk the chunk
  /// @param index how many chunks come before it
  /// @param ledger where errors and counts are noted
  Gathered gather(Chunk chunk, int index, Ledger ledger);

  /// How many items of the first chunks are enough, so that no further chunk is needed.
  default long needs() {
    return Long.MAX_VALUE;
  }
}
