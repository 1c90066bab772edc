package dev.millrace.evaluator.vectorised;

import dev.millrace.evaluator.fused.Keys;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.pipeline.BlockStream;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.value.Value;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Drains streams and evaluates keys, block by block; item by item where a block has an error, or
/// where items come one by one.
final class KeyReader {
  private final int width;
  private final Kernel[] kernels;
  private final Keys byItem;

  private KeyReader(int width, Stream<Kernel> kernels, Keys byItem) {
    this.width = width;
    this.kernels = kernels.toArray(Kernel[]::new);
    this.byItem = byItem;
  }

  /// A reader of some expressions.
  ///
  /// @param paths the place of each in the plan
  static KeyReader of(List<Expression> keys, Schema schema, IntFunction<String> paths) {
    var makes = new Kernels(schema, List.of());
    Keys byItem = Keys.of(keys, schema, paths);
    return new KeyReader(schema.size(), keys.stream().map(makes::of), byItem);
  }

  /// A reader of expressions that items are sorted by: texts may be [dev.millrace.vector.Texts].
  static KeyReader ofSort(List<Expression> keys, Schema schema, IntFunction<String> paths) {
    var makes = new Kernels(schema, List.of());
    Keys byItem = Keys.of(keys, schema, paths);
    return new KeyReader(schema.size(), keys.stream().map(makes::sortKey), byItem);
  }

  /// The items of a stream with their keys. Items that are dropped for an error are not there.
  KeyedItems read(ItemStream in, Ledger ledger) {
    var read = new KeyedItems();
    var single = new Singles(read, ledger);
    BlockStream blocks = in instanceof BlockStream some ? some : null;
    while (true) {
      List<Item> block = blocks == null ? null : blocks.nextBlock();
      if (block != null) {
        single.end();
        addBlock(block, read, single);
        continue;
      }
      Item item = in.next();
      if (item == null) {
        single.end();
        return read;
      }
      single.add(item);
    }
  }

  private void addBlock(List<Item> block, KeyedItems read, Singles single) {
    try {
      Batch batch = Batch.of(block, width);
      var keys = new Vector[kernels.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = kernels[i].of(batch);
      }
      read.add(block, keys);
    } catch (EvaluationException anItemHasAnError) {
      block.forEach(single::add);
    }
  }

  /// Items that are read one by one, and put into pieces.
  private final class Singles {
    private static final int PIECE = 1_000;

    private final KeyedItems into;
    private final Ledger ledger;
    private final Value[] variables = byItem.room();
    private List<Item> items = new ArrayList<>();
    private List<Value[]> values = new ArrayList<>();

    Singles(KeyedItems into, Ledger ledger) {
      this.into = into;
      this.ledger = ledger;
    }

    void add(Item item) {
      Value[] keys = byItem.of(item, variables, ledger);
      if (keys != null) {
        items.add(item);
        values.add(keys);
        if (items.size() == PIECE) {
          end();
        }
      }
    }

    void end() {
      if (items.isEmpty()) {
        return;
      }
      var keys = new Vector[kernels.length];
      for (int i = 0; i < keys.length; i++) {
        int key = i;
        keys[i] = Vector.typed(values.stream().map(each -> each[key]).toArray(Value[]::new));
      }
      into.add(items, keys);
      items = new ArrayList<>();
      values = new ArrayList<>();
    }
  }
}
