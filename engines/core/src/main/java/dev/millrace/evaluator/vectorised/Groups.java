package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.feed.RowNumbers;
import dev.millrace.function.EvaluationException;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Part;
import dev.millrace.value.Value;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups whose aggregates are known, made into blocks when a chunk of them is opened; one by one,
/// each when it is asked for, where an aggregate of the chunk has no value.
///
/// @param gathering what made them
/// @param members where their items lie
/// @param groups the groups
/// @param columns the fields that are grouped by and then the aggregates, for each group's number
@SuppressWarnings("ArrayRecordComponent") // never compared
record Groups(GroupGathering gathering, Places members, Identities groups, Vector[] columns) {
  private static final int BLOCK = 1_000;

  /// The items of some of the groups.
  ItemStream stream(int from, int to, Ledger ledger) {
    try {
      return Part.of(blocks(from, to)).open(ledger);
    } catch (EvaluationException anAggregateHasNoValue) {
      return oneByOne(from, to, ledger);
    }
  }

  private List<List<Item>> blocks(int from, int to) {
    var blocks = new ArrayList<List<Item>>();
    for (int begin = from; begin < to; begin += BLOCK) {
      int[] numbers = Arrays.copyOfRange(groups.inOrder(), begin, Math.min(to, begin + BLOCK));
      var rows = RowNumbers.of(numbers.length, i -> members.row(groups.firsts()[numbers[i]]));
      var gathered = new Vector[columns.length];
      Arrays.setAll(gathered, i -> columns[i].gather(numbers, numbers.length));
      blocks.add(new CompactBlock(rows, gathered));
    }
    return blocks;
  }

  private ItemStream oneByOne(int from, int to, Ledger ledger) {
    return new ItemStream() {
      private int next = from;

      @Override
      public @Nullable Item next() {
        while (next < to) {
          Item item = item(groups.inOrder()[next++], ledger);
          if (item != null) {
            return item;
          }
        }
        return null;
      }
    };
  }

  /// The item of a group; null when an aggregate has no value and the policy is to drop.
  private @Nullable Item item(int group, Ledger ledger) {
    Item first = members.item(groups.firsts()[group]);
    var values = new Value[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Value value = value(i, group, first, ledger);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return new Item(first.row(), values);
  }

  private @Nullable Value value(int column, int group, Item first, Ledger ledger) {
    try {
      return columns[column].get(group);
    } catch (EvaluationException failed) {
      int aggregate = column - gathering.keys();
      return ledger.instead(
          first,
          gathering.paths().get(aggregate),
          gathering.aggregates().get(aggregate).of(),
          failed);
    }
  }
}
