package dev.millrace.join;

import dev.millrace.action.AggregateAction;
import dev.millrace.engine.OnError;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Column;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Tally;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Rows cut into chunks somehow.
///
/// @param rows all rows `[id, key]`
/// @param sizes the sizes of the chunks, which may be 0
record Cutting(List<List<Value>> rows, List<Integer> sizes) {
  private static final Schema SCHEMA =
      Schema.of(new Column("id", Type.NUMBER), new Column("key", Type.ANY));

  /// Rows of some keys, cut at random.
  static Cutting of(List<Value> keys, RandomGenerator random) {
    var sizes = new ArrayList<Integer>();
    int most = 1 + random.nextInt(1 + keys.size());
    for (int left = keys.size(); left > 0; left -= sizes.getLast()) {
      sizes.add(Math.min(left, random.nextInt(most + 1)));
    }
    return of(keys, sizes);
  }

  /// Rows of some keys, cut into chunks of some sizes.
  static Cutting of(List<Value> keys, List<Integer> sizes) {
    var rows = new ArrayList<List<Value>>();
    for (Value key : keys) {
      rows.add(List.of(Decimal.of(rows.size()), key));
    }
    return new Cutting(rows, sizes);
  }

  /// The aggregation of an action over rows.
  static Aggregation<?> aggregation(AggregateAction action) {
    Plan plan = Plan.of(List.of(action), SCHEMA);
    return new FusedEvaluator().aggregation(plan.steps().getFirst());
  }

  /// The runs of an aggregation over the chunks.
  <S> List<Block<S>> runs(Aggregation<S> aggregation) {
    var runs = new ArrayList<Block<S>>();
    int from = 0;
    for (int size : sizes) {
      List<Item> items = items(from, from + size);
      Chunk chunk = new Part(items, List.of(), null, Tally.NONE);
      runs.add(new Aggregated<>(aggregation).gather(chunk, runs.size(), ledger()));
      from += size;
    }
    return runs;
  }

  private List<Item> items(int from, int to) {
    var items = new ArrayList<Item>();
    for (int row = from; row < to; row++) {
      items.add(new Item(row, rows.get(row).toArray(Value[]::new)));
    }
    return items;
  }

  /// A ledger that nothing was noted in.
  static Ledger ledger() {
    return new Ledger(OnError.FAIL, () -> {});
  }
}
