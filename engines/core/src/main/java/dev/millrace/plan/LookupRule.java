package dev.millrace.plan;

import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.function.Require;
import dev.millrace.value.JsonText;
import dev.millrace.value.Value;
import java.util.HashMap;

/// The rule of a lookup: the table has the columns asked for, keys that may equal the key looked
/// up, and no key twice. Work and memory O(table).
final class LookupRule {
  private final Problems problems;
  private final Demands demands;

  LookupRule(Problems problems) {
    this.problems = problems;
    this.demands = new Demands(problems);
  }

  /// The schema after a lookup.
  Schema after(Lookup lookup, Schema before, String path) {
    Schema columns = lookup.table().schema();
    Type key = demands.typeOf(lookup.key(), before, path + ".lookup");
    Type on = demands.field(lookup.on(), columns, path + ".on", "table");
    if (!key.mayBe(on)) {
      problems.add(
          path + ".lookup",
          "wants " + on + ", as the table's '" + lookup.on() + "' is, but this is " + key);
    }
    if (columns.contains(lookup.on())) {
      distinctKeys(lookup.table(), columns.indexOf(lookup.on()), path + ".table");
    }
    demands.distinct(lookup.take(), path + ".take");
    Schema after = before;
    for (String name : lookup.take()) {
      Type type = demands.field(name, columns, path + ".take", "table");
      after = after.with(new Column(name, type));
    }
    return after;
  }

  private void distinctKeys(Feed table, int on, String path) {
    var places = new HashMap<Value, Integer>();
    int place = 0;
    for (Item row : table) {
      Value key = row.get(on);
      Integer earlier = key.isNull() ? null : places.putIfAbsent(key, place);
      if (earlier != null) {
        String shown = Require.shown(JsonText.of(key));
        String rows = "rows " + earlier + " and " + place + " (counted from 0)";
        problems.add(path, "has the key " + shown + " twice, in " + rows);
        return;
      }
      place++;
    }
  }
}
