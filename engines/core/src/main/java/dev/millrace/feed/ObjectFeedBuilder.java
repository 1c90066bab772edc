package dev.millrace.feed;

import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Builds a feed of objects.
final class ObjectFeedBuilder implements FeedBuilder {
  private final List<Value[]> rows = new ArrayList<>();

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public void add(Value... values) {
    rows.add(values);
  }

  @Override
  public boolean convert(int column, Conversion conversion) {
    var converted = new Value[rows.size()];
    for (int i = 0; i < converted.length; i++) {
      Value value = conversion.of(rows.get(i)[column]);
      if (value == null) {
        return false;
      }
      converted[i] = value;
    }
    for (int i = 0; i < converted.length; i++) {
      rows.get(i)[column] = converted[i];
    }
    return true;
  }

  @Override
  public Feed build(Schema schema) {
    var items = new ArrayList<Item>(rows.size());
    for (Value[] row : rows) {
      items.add(new Item(items.size(), widened(row, schema.size())));
    }
    return Feed.of(schema, items);
  }

  private static Value[] widened(Value[] row, int width) {
    if (row.length >= width) {
      return row;
    }
    Value[] values = Arrays.copyOf(row, width);
    Arrays.fill(values, row.length, width, Null.NULL);
    return values;
  }
}
