package dev.millrace.evaluator.fused;

import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Ranking;
import dev.millrace.pipeline.Sorting;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorts by keys; keeps the first few of the sorted items, or ranks them.
final class SortAggregation implements Sorting<Item> {
  private final Keys keys;
  private final Comparator<Entry<Item>> order;
  private final long enough;
  private final @Nullable Ranking<Item> ranking;

  private SortAggregation(
      Keys keys, Comparator<Entry<Item>> order, long enough, @Nullable Ranking<Item> ranking) {
    this.keys = keys;
    this.order = order;
    this.enough = enough;
    this.ranking = ranking;
  }

  /// A sort.
  static SortAggregation of(Sort sort, Step step) {
    List<SortKey> by = sort.keys();
    return new SortAggregation(keys(by, step, ".sort"), order(by), Long.MAX_VALUE, null);
  }

  /// The first few of a sort.
  static SortAggregation of(Top top, Step step) {
    List<SortKey> by = top.by();
    return new SortAggregation(keys(by, step, ".by"), order(by), top.count(), null);
  }

  /// Ranks by a sort.
  static SortAggregation of(Rank rank, Step step) {
    Comparator<Entry<Item>> order = order(rank.by());
    int place = step.after().indexOf(rank.field());
    int width = step.after().size();
    boolean isDense = Boolean.TRUE.equals(rank.dense());
    var ranking =
        new Ranking<Item>(order, isDense, (item, number) -> with(item, width, place, number));
    return new SortAggregation(keys(rank.by(), step, ".by"), order, Long.MAX_VALUE, ranking);
  }

  private static Keys keys(List<SortKey> by, Step step, String path) {
    return Keys.of(
        by.stream().map(SortKey::by).toList(),
        step.before(),
        i -> step.path() + path + "[" + i + "].by");
  }

  private static Item with(Item item, int width, int place, long rank) {
    var changes = new @Nullable Value[width];
    changes[place] = Decimal.of(rank);
    return item.with(changes);
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
  public long enough() {
    return enough;
  }

  @Override
  public @Nullable Ranking<Item> ranking() {
    return ranking;
  }

  @Override
  public boolean restoresPlaces() {
    return ranking != null;
  }

  @Override
  public Item item(Entry<Item> entry, Ledger ledger) {
    return entry.state();
  }

  private static Comparator<Entry<Item>> order(List<SortKey> keys) {
    List<Comparator<Value>> orders = keys.stream().map(KeyOrder::of).toList();
    return (left, right) -> {
      for (int i = 0; i < orders.size(); i++) {
        int byKey = orders.get(i).compare(left.key().get(i), right.key().get(i));
        if (byKey != 0) {
          return byKey;
        }
      }
      return 0;
    };
  }
}
