package dev.millrace.bench.evaluator;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Generated rows, the same for every seed, as objects with typed fields and as items.
///
/// @param <R> the rows
public interface Table<R> {
  /// The columns of the items.
  Schema schema();

  /// So many rows. The first of them are those of a shorter table, but for how often keys repeat.
  List<R> rows(int count);

  /// The values of the item that a row is.
  Value[] values(R row);

  /// The rows as a feed of objects.
  default Feed feed(int count) {
    var items = new ArrayList<Item>(count);
    for (R row : rows(count)) {
      items.add(new Item(items.size(), values(row)));
    }
    return Feed.of(schema(), items);
  }
}
