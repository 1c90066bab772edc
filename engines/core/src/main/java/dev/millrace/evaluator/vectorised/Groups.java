package dev.millrace.evaluator.vectorised;

import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups whose aggregates are known, each made into an item when it is asked for.
///
/// @param gathering what made them
/// @param firsts the index of the first member of each
/// @param members the first member of each
/// @param keys the columns of the fields that are grouped by
/// @param results the aggregates
@SuppressWarnings("ArrayRecordComponent") // never compared
record Groups(
    GroupGathering gathering,
    int[] firsts,
    List<Item> members,
    List<KeyColumn> keys,
    List<GroupLoops.Results> results) {
  /// The items of some of the groups.
  ItemStream stream(int from, int to, Ledger ledger) {
    return new ItemStream() {
      private int next = from;

      @Override
      public @Nullable Item next() {
        while (next < to) {
          Item item = item(next++, ledger);
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
    Item first = members.get(group);
    var values = new Value[keys.size() + results.size()];
    for (int i = 0; i < keys.size(); i++) {
      values[i] = keys.get(i).get(firsts[group]);
    }
    for (int i = 0; i < results.size(); i++) {
      Value value = result(i, group, first, ledger);
      if (value == null) {
        return null;
      }
      values[keys.size() + i] = value;
    }
    return new Item(first.row(), values);
  }

  private @Nullable Value result(int aggregate, int group, Item first, Ledger ledger) {
    try {
      return results.get(aggregate).of(group);
    } catch (EvaluationException failed) {
      return ledger.instead(
          first,
          gathering.paths().get(aggregate),
          gathering.aggregates().get(aggregate).of(),
          failed);
    }
  }
}
