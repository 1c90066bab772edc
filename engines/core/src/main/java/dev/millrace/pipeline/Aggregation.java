package dev.millrace.pipeline;

import dev.millrace.feed.Item;
import java.util.List;

/// Brings items together: a run for each chunk, in parallel, then one merge of all runs.
///
/// The result does not depend on how the items were cut into chunks.
///
/// @param <R> a run
public interface Aggregation<R> {
  /// The run of one chunk's items.
  R run(ItemStream in, Ledger ledger);

  /// The items that come out, from the runs of all chunks in order. The runs are used up.
  List<Item> merge(List<R> runs, Ledger ledger);
}
