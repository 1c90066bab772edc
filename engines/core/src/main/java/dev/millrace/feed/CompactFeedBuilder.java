package dev.millrace.feed;

import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import dev.millrace.vector.FieldDictionary;
import dev.millrace.vector.SharedValues;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds a feed of compact blocks. Beside these it holds the items of one block as objects, and
/// for each column the values that blocks share; at the end, for one column after another, its
/// different values up to a bound.
///
/// A block is full with so many items, or earlier with so many characters: a text of two gigabytes
/// gets a block almost to itself, and what no array can hold stays an object.
final class CompactFeedBuilder implements FeedBuilder {
  private static final int ITEMS = 1_000;
  private static final long CHARACTERS = 1 << 19;
  private static final int MOST_SHARED = 4_096;

  private final int most;
  private final List<Item> pending = new ArrayList<>();
  private final List<CompactBlock> blocks = new ArrayList<>();
  private final List<SharedValues> shared = new ArrayList<>();
  private int size;
  private long characters;

  CompactFeedBuilder() {
    this(ITEMS);
  }

  /// A builder of blocks that have at most so many items.
  CompactFeedBuilder(int most) {
    this.most = most;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void add(Value... values) {
    add(new Item(size, values));
  }

  /// Adds an item that keeps its row.
  void add(Item item) {
    pending.add(item);
    size++;
    for (int i = 0; i < item.size(); i++) {
      characters += characters(item.get(i));
    }
    if (pending.size() == most || characters > CHARACTERS) {
      endBlock();
    }
  }

  @Override
  public boolean convert(int column, Conversion conversion) {
    endBlock();
    var converted = new ArrayList<CompactBlock>(blocks.size());
    for (CompactBlock block : blocks) {
      Value[] values = block.values(column);
      for (int i = 0; i < values.length; i++) {
        Value value = conversion.of(values[i]);
        if (value == null) {
          return false;
        }
        values[i] = value;
      }
      converted.add(block.with(column, Vector.of(values, shared(column))));
    }
    blocks.clear();
    blocks.addAll(converted);
    return true;
  }

  @Override
  public Feed build(Schema schema) {
    endBlock();
    blocks.replaceAll(block -> block.widened(schema.size()));
    for (int i = 0; i < schema.size(); i++) {
      shareDictionary(i);
    }
    return Feed.ofPieces(schema, List.copyOf(blocks));
  }

  /// Makes equal values of a field equal codes in all blocks, where that pays.
  private void shareDictionary(int column) {
    Vector[] columns = blocks.stream().map(block -> block.column(column)).toArray(Vector[]::new);
    int[] sizes = blocks.stream().mapToInt(CompactBlock::size).toArray();
    Vector[] shared = FieldDictionary.share(columns, sizes);
    for (int i = 0; i < shared.length; i++) {
      blocks.set(i, blocks.get(i).with(column, shared[i]));
    }
  }

  private void endBlock() {
    if (!pending.isEmpty()) {
      blocks.add(CompactBlock.of(pending, this::shared));
      pending.clear();
      characters = 0;
    }
  }

  private SharedValues shared(int column) {
    while (shared.size() <= column) {
      shared.add(new SharedValues(MOST_SHARED));
    }
    return shared.get(column);
  }

  private static long characters(Value value) {
    return switch (value) {
      case Text(var text) -> text.length();
      case ListValue(var elements) ->
          elements.stream().mapToLong(CompactFeedBuilder::characters).sum();
      case MapValue(var entries) ->
          entries.entrySet().stream().mapToLong(entry -> characters(entry)).sum();
      case Null _, Bool _, Decimal _ -> 0;
    };
  }

  private static long characters(Map.Entry<String, Value> entry) {
    return entry.getKey().length() + characters(entry.getValue());
  }
}
