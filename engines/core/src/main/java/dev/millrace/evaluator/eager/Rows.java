package dev.millrace.evaluator.eager;

import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.value.Null;
import dev.millrace.value.Value;

/// Copies of items with other values.
final class Rows {
  private Rows() {}

  /// An item of one schema as an item of another, null where a column is new.
  static Item conform(Item item, Schema from, Schema to) {
    Value[] values = new Value[to.size()];
    for (int i = 0; i < values.length; i++) {
      int place = from.indexOf(to.columns().get(i).name());
      values[i] = place < 0 ? Null.NULL : item.get(place);
    }
    return new Item(item.row(), values);
  }

  /// An item with another value in a field.
  static Item with(Item item, Schema schema, String field, Value value) {
    Value[] values = item.copy(schema.size());
    values[schema.indexOf(field)] = value;
    return new Item(item.row(), values);
  }
}
