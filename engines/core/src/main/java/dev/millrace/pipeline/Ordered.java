package dev.millrace.pipeline;

/// A stage that goes through the items in order, one thread at a time; what is before it is made in
/// parallel.
///
/// @param stage the stage
/// @param needs how many items it gives at the most
public record Ordered(StreamStage stage, long needs) implements Seam {
  /// The stage at its first item.
  public Fed begin(Ledger ledger) {
    return new Fed(stage, ledger);
  }
}
