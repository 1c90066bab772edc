package dev.millrace.evaluator.vectorised;

import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.pipeline.Gathering;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Made;
import dev.millrace.plan.Step;
import java.util.List;

/// A sort of longs: see [LongSort].
///
/// @param by the keys
/// @param reader evaluates them
record SortGathering(List<SortKey> by, KeyReader reader) implements Gathering<KeyedItems> {
  /// The gathering of a sort.
  static SortGathering of(Sort sort, Step step) {
    List<SortKey> by = sort.keys();
    var reader =
        KeyReader.ofSort(
            by.stream().map(SortKey::by).toList(),
            step.before(),
            i -> step.path() + ".sort[" + i + "].by");
    return new SortGathering(by, reader);
  }

  @Override
  public KeyedItems keep(ItemStream in, Ledger ledger) {
    return reader.read(in, ledger);
  }

  @Override
  public Made finish(List<KeyedItems> kept, Ledger ledger) {
    KeyedItems all = KeyedItems.of(kept);
    return all.places().inOrder(LongSort.of(by, all));
  }
}
