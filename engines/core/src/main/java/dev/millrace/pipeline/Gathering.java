package dev.millrace.pipeline;

import java.util.List;

/// Brings items together as columns: what is needed of each chunk, in parallel, then what comes of
/// all chunks at once. The columnar counterpart of [Aggregation].
///
/// @param <K> what is kept of a chunk
public interface Gathering<K> {
  /// What is kept of a stream, which is drained. Items that are dropped for an error are not.
  K keep(ItemStream in, Ledger ledger);

  /// The items that come out.
  ///
  /// @param kept what was kept of each chunk, in order
  /// @param ledger where it is noted what became of items that do not come out
  Made finish(List<K> kept, Ledger ledger);
}
