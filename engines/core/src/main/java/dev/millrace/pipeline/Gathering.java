package dev.millrace.pipeline;

/// A seam that needs all chunks before it, so that the next segment begins when they are there.
public sealed interface Gathering extends Seam permits Ordered, Aggregated, Branched {
  /// The work of one chunk, on any thread.
  Gathered gather(Chunk chunk, Ledger ledger);

  /// How many items of the first chunks are enough, so that no further chunk is needed.
  default long needs() {
    return Long.MAX_VALUE;
  }
}
