package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Keeps the first item of each key: first within each chunk, then over the chunks in order.
final class DeduplicateAggregation implements Aggregation<SequencedMap<List<Value>, Item>> {
  private final Keys keys;

  DeduplicateAggregation(Deduplicate deduplicate, Step step) {
    keys =
        switch (deduplicate.keep()) {
          case FIRST ->
              Keys.of(
                  deduplicate.by(), step.before(), i -> step.path() + ".deduplicate[" + i + "]");
        };
  }

  @Override
  public SequencedMap<List<Value>, Item> run(ItemStream in, Ledger ledger) {
    var firsts = new LinkedHashMap<List<Value>, Item>();
    keys.each(in, ledger, (item, key) -> keep(firsts, key, item, ledger));
    return firsts;
  }

  @Override
  public List<Item> merge(List<SequencedMap<List<Value>, Item>> runs, Ledger ledger) {
    var firsts = new LinkedHashMap<List<Value>, Item>();
    for (SequencedMap<List<Value>, Item> run : runs) {
      run.forEach((key, item) -> keep(firsts, key, item, ledger));
    }
    return new ArrayList<>(firsts.values());
  }

  private static void keep(
      SequencedMap<List<Value>, Item> firsts, List<Value> key, Item item, Ledger ledger) {
    if (firsts.putIfAbsent(key, item) != null) {
      ledger.filtered(1);
    }
  }
}
