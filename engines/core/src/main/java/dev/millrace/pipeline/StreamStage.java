package dev.millrace.pipeline;

/// Makes a stream of items from a stream of items, lazily.
///
/// A stage itself is immutable and shared by all threads; each stream it makes belongs to the one
/// that drains it.
@FunctionalInterface
public interface StreamStage {
  /// The stage that changes nothing.
  StreamStage IDENTITY = (in, ledger) -> in;

  /// A stream of what this stage makes of another stream.
  ///
  /// @param in the items before the stage
  /// @param ledger where errors and counts are noted as items are pulled
  ItemStream apply(ItemStream in, Ledger ledger);

  /// This stage and then another.
  default StreamStage then(StreamStage next) {
    return (in, ledger) -> next.apply(apply(in, ledger), ledger);
  }
}
