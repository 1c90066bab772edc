package dev.millrace.evaluator.eager;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.engine.OnError;
import dev.millrace.evaluator.eager.Operand.Keyed;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.feed.Item;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
      case Top(long count, var by) -> top(count, by, events);
      case Rank rank -> rank(rank, events);
      case Reverse _ -> addAll(keyed(List.of(), events).reversed());
      case Tail(long count) -> tail(count, events);
      case Group group -> group(group, events);
      case CountDistinct count -> countDistinct(count, events);
      case Implode implode -> implode(implode, events);
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

  private void top(long count, List<SortKey> by, List<Event> events) {
    List<Keyed> sorted = sorted(by, keyed(operands(by, ".by"), events));
    keep(sorted, sorted.stream().limit(count).toList());
  }

  private void tail(long count, List<Event> events) {
    List<Keyed> all = keyed(List.of(), events);
    keep(all, all.stream().skip(Math.max(0, all.size() - count)).toList());
  }

  private void keep(List<Keyed> all, List<Keyed> kept) {
    filtered += all.size() - kept.size();
    addAll(kept);
  }

  private void rank(Rank rank, List<Event> events) {
    List<Keyed> all = keyed(operands(rank.by(), ".by"), events);
    Map<List<Value>, Integer> ranks = new HashMap<>();
    int before = 0;
    for (Keyed keyed : sorted(rank.by(), all)) {
      int next = Boolean.TRUE.equals(rank.dense()) ? ranks.size() : before;
      ranks.putIfAbsent(keyed.values(), next + 1);
      before++;
    }
    var ranked = new ArrayList<Keyed>();
    for (Keyed keyed : all) {
      Item wide = Rows.conform(keyed.item(), step.before(), step.after());
      Value value = Decimal.of(Objects.requireNonNull(ranks.get(keyed.values())));
      Item item = Rows.with(wide, step.after(), rank.field(), value);
      ranked.add(new Keyed(item, keyed.values()));
    }
    addAll(ranked);
  }

  private void deduplicate(Deduplicate action, List<Event> events) {
    int keys = action.by().size();
    List<Operand> operands = new ArrayList<>(Operand.of(action.by(), step.path() + ".deduplicate"));
    if (action.of() != null) {
      operands.add(new Operand(action.of(), step.path() + ".of"));
    }
    List<Keyed> all = keyed(operands, events);
    Set<Keyed> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    EagerGroups.by(keys, all).values().forEach(members -> kept.addAll(kept(action, members)));
    keep(all, all.stream().filter(kept::contains).toList());
  }

  private static List<Keyed> kept(Deduplicate action, List<Keyed> members) {
    Comparator<Keyed> byWorth = Comparator.comparing(member -> member.values().getLast());
    List<Keyed> present =
        members.stream().filter(member -> !member.values().getLast().isNull()).toList();
    List<Keyed> candidates = present.isEmpty() ? members : present;
    return switch (action.keep()) {
      case FIRST -> List.of(members.getFirst());
      case LAST -> List.of(members.getLast());
      case MIN -> List.of(candidates.stream().min(byWorth).orElseThrow());
      case MAX -> List.of(candidates.stream().sorted(byWorth.reversed()).findFirst().orElseThrow());
      case NONE -> members.size() == 1 ? members : List.of();
    };
  }

  private void group(Group group, List<Event> events) {
    var aggregates = new ArrayList<Operand>();
    group
        .into()
        .forEach((field, aggregate) ->
            aggregates.add(Operand.of(aggregate, step.path() + ".into." + field)));
    List<Aggregate> into = List.copyOf(group.into().sequencedValues());
    addFieldGroups(group.by(), new EagerGroups(group.by().size(), into, aggregates, out), events);
  }

  private void countDistinct(CountDistinct count, List<Event> events) {
    var aggregate = new Aggregate.CountDistinct(count.of());
    List<Operand> operands = List.of(Operand.of(aggregate, step.path()));
    addFieldGroups(
        count.by(), new EagerGroups(count.by().size(), List.of(aggregate), operands, out), events);
  }

  private void addFieldGroups(List<String> by, EagerGroups groups, List<Event> events) {
    addGroups(
        by.stream().map(name -> new Operand(new Field(name), step.path())).toList(),
        groups,
        events,
        (members, values) -> {
          var cells = new ArrayList<>(members.getFirst().first(by.size()));
          cells.addAll(values);
          return new Item(members.getFirst().item().row(), cells.toArray(Value[]::new));
        });
  }

  private void implode(Implode implode, List<Event> events) {
    var aggregate = new Aggregate.Implode(new Field(implode.field()));
    String into = Objects.requireNonNullElse(implode.into(), implode.field());
    addGroups(
        Operand.of(implode.by(), step.path() + ".by"),
        new EagerGroups(
            implode.by().size(),
            List.of(aggregate),
            List.of(Operand.of(aggregate, step.path())),
            out),
        events,
        (members, values) -> {
          Item first = members.getFirst().item();
          Item wide = Rows.conform(first, step.before(), step.after());
          return Rows.with(wide, step.after(), into, values.getFirst());
        });
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
