package dev.millrace.pipeline;

import java.util.List;

/// A stage that goes through the items in order, one thread at a time; what is before it is made in
/// parallel.
///
/// @param stage the stage
/// @param needs how many items it pulls at the most
public record Ordered(StreamStage stage, long needs) implements Gathering {
  @Override
  public Part gather(Chunk chunk, int index, Ledger ledger) {
    return Part.drain(chunk, ledger);
  }

  /// What the stage makes of the parts of all chunks, in order.
  public Part combine(List<Gathered> gathered, Ledger ledger) {
    List<Part> parts = gathered.stream().map(Part.class::cast).toList();
    return Part.drain(Part.concat(parts).through(stage), ledger);
  }
}
