package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Step;

/// Keeps the first item of each key.
final class DeduplicateAggregation implements Folding<Item> {
  private final Keys keys;

  DeduplicateAggregation(Deduplicate deduplicate, Step step) {
    keys = Keys.of(deduplicate.by(), step.before(), i -> step.path() + ".deduplicate[" + i + "]");
  }

  @Override
  public void each(ItemStream in, Ledger ledger, Collector<Item> into) {
    keys.each(in, ledger, (item, values) -> into.add(new Key(values), item));
  }

  @Override
  public Entry<Item> fold(Entry<Item> earlier, Entry<Item> later) {
    return earlier;
  }

  @Override
  public Item item(Entry<Item> entry, Ledger ledger) {
    return entry.state();
  }
}
