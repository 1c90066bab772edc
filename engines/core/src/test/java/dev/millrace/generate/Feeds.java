package dev.millrace.generate;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Generates feeds with a column of each type, with nulls, and keys of any distribution.
public final class Feeds {
  /// The columns of every generated feed.
  public static final Schema SCHEMA =
      Schema.of(
          new Column("id", Type.NUMBER),
          new Column("key", Type.NUMBER),
          new Column("amount", Type.NUMBER),
          new Column("title", Type.TEXT),
          new Column("price", Type.TEXT),
          new Column("sold", Type.BOOLEAN),
          new Column("tags", Type.LIST),
          new Column("facts", Type.MAP),
          new Column("mixed", Type.ANY));

  private static final int[] SIZES = {0, 1, 2, 3, 7, 10, 23, 50, 121};

  private Feeds() {}

  /// A feed.
  public static Feed of(RandomGenerator random) {
    return of(random, SIZES[random.nextInt(SIZES.length)]);
  }

  /// A feed of a given size.
  public static Feed of(RandomGenerator random, int size) {
    var values = new Values(random);
    List<Value> keys = Keys.ofNumbers(random).of(random, size);
    var items = new ArrayList<Item>(size);
    for (int row = 0; row < size; row++) {
      items.add(item(row, keys.get(row), values));
    }
    return Feed.of(SCHEMA, items);
  }

  private static Item item(int row, Value key, Values values) {
    List<Value> cells = new ArrayList<>();
    cells.add(Decimal.of(row));
    cells.add(key);
    for (Column column : SCHEMA.columns().subList(2, SCHEMA.size())) {
      cells.add(values.of(column.type()));
    }
    return new Item(row, cells.toArray(Value[]::new));
  }
}
