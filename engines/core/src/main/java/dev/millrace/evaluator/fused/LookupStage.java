package dev.millrace.evaluator.fused;

import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks items up in a hash table that is made once for all threads.
final class LookupStage implements PerItem {
  private final Guard key;
  private final Map<Value, Value[]> found;
  private final Value @Nullable [] missing;
  private final int[] places;
  private final int width;

  private LookupStage(Guard key, Lookup lookup, Step step) {
    this.key = key;
    this.found = rows(lookup);
    this.missing = lookup.unmatched() == Unmatched.DROP ? null : nulls(lookup.take().size());
    this.places = lookup.take().stream().mapToInt(step.after()::indexOf).toArray();
    this.width = step.after().size();
  }

  /// The stage of a lookup.
  static StreamStage of(Lookup lookup, Step step) {
    Guard key = Guard.of(lookup.key(), step.before(), step.path() + ".lookup");
    return PerItem.stage(new LookupStage(key, lookup, step), key);
  }

  private static Value[] nulls(int count) {
    Value[] nulls = new Value[count];
    Arrays.fill(nulls, Null.NULL);
    return nulls;
  }

  private static Map<Value, Value[]> rows(Lookup lookup) {
    Feed table = lookup.table();
    int on = table.schema().indexOf(lookup.on());
    int[] taken = lookup.take().stream().mapToInt(table.schema()::indexOf).toArray();
    Map<Value, Value[]> rows = HashMap.newHashMap(table.size());
    for (Item row : table) {
      Value[] values = Arrays.stream(taken).mapToObj(row::get).toArray(Value[]::new);
      if (!row.get(on).isNull()) {
        rows.put(row.get(on), values);
      }
    }
    return rows;
  }

  @Override
  public @Nullable Item of(Item item, Value[] variables, Ledger ledger) {
    Value value = key.of(item, variables, ledger);
    if (value == null) {
      return null;
    }
    Value[] taken = found.getOrDefault(value, missing);
    if (taken == null) {
      ledger.filtered(1);
      return null;
    }
    var changes = new @Nullable Value[width];
    for (int i = 0; i < places.length; i++) {
      changes[places[i]] = taken[i];
    }
    return item.with(changes);
  }
}
