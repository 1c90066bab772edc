package dev.millrace.evaluator.fused;

import dev.millrace.action.Aggregate;
import dev.millrace.action.Aggregate.Avg;
import dev.millrace.action.Aggregate.Concat;
import dev.millrace.action.Aggregate.Count;
import dev.millrace.action.Aggregate.First;
import dev.millrace.action.Aggregate.Max;
import dev.millrace.action.Aggregate.Min;
import dev.millrace.action.Aggregate.Sum;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.expression.Construct;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Groups: accumulators for each key within each chunk, then joined over the chunks in order.
final class GroupAggregation
    implements Aggregation<SequencedMap<List<Value>, GroupAggregation.Members>> {
  private final int[] by;
  private final List<Aggregate> aggregates;
  private final List<String> paths;
  private final Keys operands;

  GroupAggregation(Group group, Step step) {
    by = group.by().stream().mapToInt(step.before()::indexOf).toArray();
    aggregates = List.copyOf(group.into().sequencedValues());
    paths = group.into().sequencedEntrySet().stream().map(into -> path(into, step)).toList();
    operands = new Keys(operands(step));
  }

  private List<Guard> operands(Step step) {
    var guards = new ArrayList<Guard>();
    for (int i = 0; i < aggregates.size(); i++) {
      Guard guard = Guard.of(aggregates.get(i).of(), step.before(), paths.get(i));
      guards.add(
          switch (aggregates.get(i)) {
            case Sum _, Avg _ -> guard.ofNumber();
            case Count _, Min _, Max _, First _, Concat _ -> guard;
          });
    }
    return guards;
  }

  private static String path(Map.Entry<String, Aggregate> into, Step step) {
    String name = Construct.name(into.getValue().getClass());
    return step.path() + ".into." + into.getKey() + "." + name;
  }

  /// The members of a group.
  ///
  /// @param first the first of them
  /// @param accumulators what was accumulated of all, one for each aggregate
  record Members(Item first, List<Accumulator> accumulators) {}

  @Override
  public SequencedMap<List<Value>, Members> run(ItemStream in, Ledger ledger) {
    var groups = new LinkedHashMap<List<Value>, Members>();
    operands.each(in, ledger, (item, values) -> add(groups, item, values, ledger));
    return groups;
  }

  @Override
  public List<Item> merge(List<SequencedMap<List<Value>, Members>> runs, Ledger ledger) {
    var groups = new LinkedHashMap<List<Value>, Members>();
    for (SequencedMap<List<Value>, Members> run : runs) {
      run.forEach((key, members) -> join(groups, key, members, ledger));
    }
    var items = new ArrayList<Item>();
    for (Map.Entry<List<Value>, Members> group : groups.entrySet()) {
      Item item = item(group.getKey(), group.getValue(), ledger);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private void add(
      SequencedMap<List<Value>, Members> groups, Item item, List<Value> values, Ledger ledger) {
    var key = new ArrayList<Value>(by.length);
    for (int place : by) {
      key.add(item.get(place));
    }
    Members members = groups.get(key);
    if (members == null) {
      members = new Members(item, aggregates.stream().map(Accumulator::of).toList());
      groups.put(key, members);
    } else {
      ledger.merged(1);
    }
    for (int i = 0; i < values.size(); i++) {
      members.accumulators().get(i).add(values.get(i));
    }
  }

  private static void join(
      SequencedMap<List<Value>, Members> groups, List<Value> key, Members later, Ledger ledger) {
    Members members = groups.putIfAbsent(key, later);
    if (members != null) {
      ledger.merged(1);
      for (int i = 0; i < members.accumulators().size(); i++) {
        members.accumulators().get(i).join(later.accumulators().get(i));
      }
    }
  }

  private @Nullable Item item(List<Value> key, Members members, Ledger ledger) {
    var values = new ArrayList<>(key);
    for (int i = 0; i < aggregates.size(); i++) {
      Value value = result(i, members, ledger);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new Item(members.first().row(), values.toArray(Value[]::new));
  }

  private @Nullable Value result(int i, Members members, Ledger ledger) {
    try {
      return members.accumulators().get(i).result();
    } catch (EvaluationException failed) {
      return ledger.instead(members.first(), paths.get(i), aggregates.get(i).of(), failed);
    }
  }
}
