package dev.millrace.pipeline;

/// A contiguous run of items, not yet made: whoever opens it makes them, on the thread that does.
@FunctionalInterface
public interface Chunk {
  /// The items, in order, as a stream that notes errors and counts in a ledger.
  ItemStream open(Ledger ledger);

  /// How many items it is made of, before any stage; 0 where nobody counted.
  default int size() {
    return 0;
  }

  /// This chunk after a stage, still not made.
  default Chunk through(StreamStage stage) {
    return new Sized(ledger -> stage.apply(open(ledger), ledger), size());
  }

  /// A chunk and how many items it is made of.
  ///
  /// @param chunk the chunk
  /// @param size how many items
  record Sized(Chunk chunk, int size) implements Chunk {
    @Override
    public ItemStream open(Ledger ledger) {
      return chunk.open(ledger);
    }
  }
}
