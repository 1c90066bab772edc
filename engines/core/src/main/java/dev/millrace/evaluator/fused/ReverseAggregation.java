package dev.millrace.evaluator.fused;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Sorting;
import java.util.Comparator;

/// Sorts by place, the last item first; keeps the first few of the sorted items, perhaps in the
/// order they had.
///
/// @param enough how many items are kept
/// @param restoresPlaces whether they come in the order they had
record ReverseAggregation(long enough, boolean restoresPlaces) implements Sorting<Item> {
  private static final Comparator<Entry<Item>> LAST_FIRST =
      Comparator.<Entry<Item>>comparingLong(Entry::place).reversed();

  @Override
  public void each(ItemStream in, Ledger ledger, Collector<Item> into) {
    for (Item item = in.next(); item != null; item = in.next()) {
      into.add(Key.EMPTY, item);
    }
  }

  @Override
  public Comparator<Entry<Item>> order() {
    return LAST_FIRST;
  }

  @Override
  public Item item(Entry<Item> entry, Ledger ledger) {
    return entry.state();
  }
}
