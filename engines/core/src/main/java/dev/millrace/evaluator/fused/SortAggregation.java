package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Sorting;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.Comparator;
import java.util.List;

/// Sorts by keys.
final class SortAggregation implements Sorting<Item> {
  private final Keys keys;
  private final Comparator<Entry<Item>> order;

  private SortAggregation(List<SortKey> by, Step step, String path) {
    keys =
        Keys.of(
            by.stream().map(SortKey::by).toList(),
            step.before(),
            i -> step.path() + path + "[" + i + "].by");
    order = order(by);
  }

  /// A sort.
  static SortAggregation of(Sort sort, Step step) {
    return new SortAggregation(sort.keys(), step, ".sort");
  }

  @Override
  public void each(ItemStream in, Ledger ledger, Collector<Item> into) {
    keys.each(in, ledger, (item, values) -> into.add(new Key(values), item));
  }

  @Override
  public Comparator<Entry<Item>> order() {
    return order;
  }

  @Override
  public Item item(Entry<Item> entry, Ledger ledger) {
    return entry.state();
  }

  private static Comparator<Entry<Item>> order(List<SortKey> keys) {
    return (left, right) -> {
      for (int i = 0; i < keys.size(); i++) {
        int byKey = compare(left.key().get(i), right.key().get(i), keys.get(i));
        if (byKey != 0) {
          return byKey;
        }
      }
      return 0;
    };
  }

  private static int compare(Value left, Value right, SortKey key) {
    if (left.isNull() || right.isNull()) {
      int nullsFirst = Boolean.compare(right.isNull(), left.isNull());
      return key.nullOrder() == NullOrder.LAST ? -nullsFirst : nullsFirst;
    }
    int ascending = left.compareTo(right);
    return key.order() == SortOrder.DESCENDING ? Integer.compare(0, ascending) : ascending;
  }
}
