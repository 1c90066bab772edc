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
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.function.Numbers;
import dev.millrace.function.Require;
import dev.millrace.function.Texts;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Aggregations over whole lists of events, for one step.
final class EagerAggregates {
  private final OnError onError;
  private final Step step;
  private final List<Event> notes = new ArrayList<>();
  private long filtered;
  private long merged;

  EagerAggregates(OnError onError, Step step) {
    this.onError = onError;
    this.step = step;
  }

  /// An item and the values of the expressions asked for.
  private record Keyed(Item item, List<Value> keys) {}

  /// One expression and its place in the plan.
  private record Operand(Expression expression, String path, boolean isNumber) {}

  /// How many items were left out.
  long filtered() {
    return filtered;
  }

  /// How many items became part of another.
  long merged() {
    return merged;
  }

  /// What an aggregation makes of a list: what was noted, then the items, or the end.
  List<Event> run(AggregateAction action, List<Event> events) {
    List<Item> items =
        switch (action) {
          case Sort(var keys) -> sort(keys, events);
          case Group group -> group(group, events);
          case Deduplicate(var by, var keep) ->
              switch (keep) {
                case FIRST -> keepFirst(by, events);
              };
        };
    var out = new ArrayList<>(notes);
    if (!hasEnded()) {
      items.forEach(item -> out.add(new Event.Item(item)));
    }
    return out;
  }

  private boolean hasEnded() {
    return !notes.isEmpty() && notes.getLast() instanceof Event.End;
  }

  /// The items with their keys, up to the end.
  private List<Keyed> keyed(List<Operand> operands, List<Event> events) {
    var keyed = new ArrayList<Keyed>();
    for (Event event : events) {
      if (hasEnded()) {
        break;
      }
      switch (event) {
        case Event.Item(var item) -> {
          List<Value> keys = keys(operands, item);
          if (keys != null) {
            keyed.add(new Keyed(item, keys));
          }
        }
        case Event.Noted _, Event.End _ -> notes.add(event);
      }
    }
    return keyed;
  }

  private @Nullable List<Value> keys(List<Operand> operands, Item item) {
    var interpreter = new Interpreter(step.before(), item, Map.of());
    var keys = new ArrayList<Value>();
    for (Operand operand : operands) {
      Value key =
          new Policy(onError, notes)
              .value(
                  item,
                  operand.path(),
                  operand.expression(),
                  () -> {
                    Value value = interpreter.value(operand.expression());
                    return value.isNull() || !operand.isNumber() ? value : Require.number(value);
                  });
      if (key == null) {
        return null;
      }
      keys.add(key);
    }
    return keys;
  }

  private List<Item> sort(List<SortKey> keys, List<Event> events) {
    var operands = new ArrayList<Operand>();
    Comparator<Keyed> order = (_, _) -> 0;
    for (int i = 0; i < keys.size(); i++) {
      int place = i;
      SortKey key = keys.get(i);
      operands.add(new Operand(key.by(), step.path() + ".sort[" + i + "].by", false));
      order = order.thenComparing(keyed -> keyed.keys().get(place), order(key));
    }
    return keyed(operands, events).stream().sorted(order).map(Keyed::item).toList();
  }

  private static Comparator<Value> order(SortKey key) {
    Comparator<Value> values = Comparator.naturalOrder();
    Comparator<Value> directed = key.order() == SortOrder.DESCENDING ? values.reversed() : values;
    Comparator<Value> nullsLast = Comparator.comparing(Value::isNull);
    Comparator<Value> nulls = key.nullOrder() == NullOrder.LAST ? nullsLast : nullsLast.reversed();
    return nulls.thenComparing(directed);
  }

  private List<Item> keepFirst(List<Expression> by, List<Event> events) {
    var operands = new ArrayList<Operand>();
    for (int i = 0; i < by.size(); i++) {
      operands.add(new Operand(by.get(i), step.path() + ".deduplicate[" + i + "]", false));
    }
    List<Keyed> all = keyed(operands, events);
    var firsts = new LinkedHashMap<List<Value>, Item>();
    all.forEach(keyed -> firsts.putIfAbsent(keyed.keys(), keyed.item()));
    filtered += all.size() - firsts.size();
    return List.copyOf(firsts.values());
  }

  private List<Item> group(Group group, List<Event> events) {
    var operands = new ArrayList<Operand>();
    group.into().forEach((field, aggregate) -> operands.add(operand(field, aggregate)));
    List<Keyed> all = keyed(operands, events);
    Map<List<Value>, List<Keyed>> groups =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    keyed -> key(group, keyed.item()), LinkedHashMap::new, Collectors.toList()));
    merged += all.size() - groups.size();
    var items = new ArrayList<Item>();
    groups.forEach((key, members) -> addGroup(group, operands, key, members, items));
    return items;
  }

  private Operand operand(String field, Aggregate aggregate) {
    String name = Construct.name(aggregate.getClass());
    boolean isNumber = aggregate instanceof Aggregate.Sum || aggregate instanceof Aggregate.Avg;
    return new Operand(aggregate.of(), step.path() + ".into." + field + "." + name, isNumber);
  }

  private List<Value> key(Group group, Item item) {
    return group.by().stream().map(field -> item.get(step.before().indexOf(field))).toList();
  }

  private void addGroup(
      Group group, List<Operand> operands, List<Value> key, List<Keyed> members, List<Item> items) {
    Item first = members.getFirst().item();
    var values = new ArrayList<>(key);
    int i = 0;
    for (Aggregate aggregate : group.into().sequencedValues()) {
      Operand operand = operands.get(i);
      int place = i++;
      List<Value> column = members.stream().map(member -> member.keys().get(place)).toList();
      Value value =
          hasEnded()
              ? null
              : new Policy(onError, notes)
                  .value(
                      first,
                      operand.path(),
                      operand.expression(),
                      () -> aggregate(aggregate, column));
      if (value == null) {
        return;
      }
      values.add(value);
    }
    items.add(new Item(first.row(), values.toArray(Value[]::new)));
  }

  private static Value aggregate(Aggregate aggregate, List<Value> column) {
    List<Value> present = column.stream().filter(value -> !value.isNull()).toList();
    if (aggregate instanceof Aggregate.First) {
      return column.getFirst();
    }
    if (aggregate instanceof Aggregate.Count) {
      return Decimal.of(present.size());
    }
    return present.isEmpty() ? Null.NULL : ofPresent(aggregate, present);
  }

  private static Value ofPresent(Aggregate aggregate, List<Value> present) {
    return switch (aggregate) {
      case Aggregate.Sum _ -> sum(present);
      case Aggregate.Min _ -> present.stream().min(Comparator.naturalOrder()).orElseThrow();
      case Aggregate.Max _ -> present.stream().max(Comparator.naturalOrder()).orElseThrow();
      case Aggregate.Avg(_, var scale, var mode) ->
          Numbers.divide(sum(present), Decimal.of(present.size()), scale, mode);
      case Aggregate.Concat(_, var separator) ->
          Text.of(
              present.stream()
                  .map(Texts::toText)
                  .collect(Collectors.joining(Objects.requireNonNullElse(separator, ","))));
      case Aggregate.Count _, Aggregate.First _ -> throw new AssertionError(aggregate);
    };
  }

  private static Decimal sum(List<Value> present) {
    BigDecimal total =
        present.stream()
            .map(value -> Require.number(value).toBigDecimal())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Numbers.exactly(() -> Decimal.of(total));
  }
}
