package dev.millrace.evaluator.eager;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.engine.OnError;
import dev.millrace.evaluator.eager.Operand.Keyed;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.feed.Item;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Aggregations over whole lists of events, for one step.
final class EagerAggregates {
  private final Step step;
  private final Policy out;
  private long filtered;
  private long merged;

  EagerAggregates(OnError onError, Step step) {
    this.step = step;
    this.out = new Policy(onError, new ArrayList<>());
  }

  /// How many items were left out.
  long filtered() {
    return filtered;
  }

  /// How many items became part of another.
  long merged() {
    return merged;
  }

  /// What an aggregation makes of a list: what was noted among the items, then the items that come
  /// out, or the end.
  List<Event> run(AggregateAction action, List<Event> events) {
    switch (action) {
      case Sort(var keys) -> addAll(sorted(keys, keyed(operands(keys, ".sort"), events)));
      case Group group -> group(group, events);
      case Deduplicate deduplicate -> deduplicate(deduplicate, events);
    }
    return out.events();
  }

  private List<Keyed> keyed(List<Operand> operands, List<Event> events) {
    return Operand.keyed(operands, step.before(), events, out);
  }

  /// The end is noted already where not all items have their keys; then nothing follows it.
  private void addAll(List<Keyed> items) {
    if (!Event.hasEnded(out.events())) {
      items.forEach(keyed -> out.events().add(new Event.Item(keyed.item())));
    }
  }

  private List<Operand> operands(List<SortKey> keys, String path) {
    var operands = new ArrayList<Operand>();
    for (int i = 0; i < keys.size(); i++) {
      operands.add(new Operand(keys.get(i).by(), step.path() + path + "[" + i + "].by"));
    }
    return operands;
  }

  private static List<Keyed> sorted(List<SortKey> keys, List<Keyed> items) {
    return items.stream().sorted(order(keys)).toList();
  }

  private static Comparator<Keyed> order(List<SortKey> keys) {
    Comparator<Keyed> order = (_, _) -> 0;
    for (int i = 0; i < keys.size(); i++) {
      int place = i;
      order = order.thenComparing(keyed -> keyed.values().get(place), order(keys.get(i)));
    }
    return order;
  }

  private static Comparator<Value> order(SortKey key) {
    Comparator<Value> values = Comparator.naturalOrder();
    Comparator<Value> directed = key.order() == SortOrder.DESCENDING ? values.reversed() : values;
    Comparator<Value> nullsLast = Comparator.comparing(Value::isNull);
    Comparator<Value> nulls = key.nullOrder() == NullOrder.LAST ? nullsLast : nullsLast.reversed();
    return nulls.thenComparing(directed);
  }

  private void deduplicate(Deduplicate action, List<Event> events) {
    int keys = action.by().size();
    List<Keyed> all = keyed(Operand.of(action.by(), step.path() + ".deduplicate"), events);
    Map<List<Value>, List<Keyed>> groups = EagerGroups.by(keys, all);
    filtered += all.size() - groups.size();
    addAll(groups.values().stream().map(members -> kept(action, members)).toList());
  }

  private static Keyed kept(Deduplicate action, List<Keyed> members) {
    return switch (action.keep()) {
      case FIRST -> members.getFirst();
    };
  }

  private void group(Group group, List<Event> events) {
    var aggregates = new ArrayList<Operand>();
    group
        .into()
        .forEach((field, aggregate) ->
            aggregates.add(Operand.of(aggregate, step.path() + ".into." + field)));
    List<Aggregate> into = List.copyOf(group.into().sequencedValues());
    int keys = group.by().size();
    addGroups(
        fields(group.by()),
        new EagerGroups(keys, into, aggregates, out),
        events,
        (members, values) -> {
          var cells = new ArrayList<>(members.getFirst().first(keys));
          cells.addAll(values);
          return new Item(members.getFirst().item().row(), cells.toArray(Value[]::new));
        });
  }

  private List<Operand> fields(List<String> names) {
    return names.stream().map(name -> new Operand(new Field(name), step.path())).toList();
  }

  private void addGroups(
      List<Operand> by, EagerGroups groups, List<Event> events, EagerGroups.Shape shape) {
    var operands = new ArrayList<>(by);
    operands.addAll(groups.operands());
    List<Keyed> all = keyed(operands, events);
    if (!Event.hasEnded(out.events())) {
      Map<List<Value>, List<Keyed>> members = EagerGroups.by(by.size(), all);
      merged += all.size() - members.size();
      groups.addItems(members, shape);
    }
  }
}
