package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Sorts: each chunk is sorted, then the sorted runs are merged. Stable.
final class SortAggregation implements Aggregation<List<SortAggregation.Keyed>> {
  private final Keys keys;
  private final Comparator<Keyed> order;

  SortAggregation(Sort sort, Step step) {
    keys =
        Keys.of(
            sort.keys().stream().map(SortKey::by).toList(),
            step.before(),
            i -> step.path() + ".sort[" + i + "].by");
    order = order(sort.keys());
  }

  /// An item and the values it is sorted by.
  ///
  /// @param item the item
  /// @param keys the values
  record Keyed(Item item, List<Value> keys) {}

  @Override
  public List<Keyed> run(ItemStream in, Ledger ledger) {
    var run = new ArrayList<Keyed>();
    keys.each(in, ledger, (item, values) -> run.add(new Keyed(item, values)));
    run.sort(order);
    return run;
  }

  @Override
  public List<Item> merge(List<List<Keyed>> runs, Ledger ledger) {
    var all = new ArrayList<Keyed>();
    runs.forEach(all::addAll);
    if (runs.size() > 1) {
      all.sort(order); // the library's merge sort finds the runs and merges them
    }
    return all.stream().map(Keyed::item).toList();
  }

  private static Comparator<Keyed> order(List<SortKey> keys) {
    return (left, right) -> {
      for (int i = 0; i < keys.size(); i++) {
        int byKey = compare(left.keys().get(i), right.keys().get(i), keys.get(i));
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
