package dev.millrace.pipeline;

/// A contiguous run of items, not yet made: whoever opens it makes them, on the thread that does.
@FunctionalInterface
public interface Chunk {
  /// The items, in order, as a stream that notes errors and counts in a ledger.
  ItemStream open(Ledger ledger);

  /// This chunk after a stage, still not made.
  default Chunk through(StreamStage stage) {
    return ledger -> stage.apply(open(ledger), ledger);
  }
}
