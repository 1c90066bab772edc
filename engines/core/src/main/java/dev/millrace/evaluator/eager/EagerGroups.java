package dev.millrace.evaluator.eager;

import dev.millrace.action.Aggregate;
import dev.millrace.evaluator.eager.Operand.Keyed;
import dev.millrace.feed.Item;
import dev.millrace.function.Numbers;
import dev.millrace.function.Require;
import dev.millrace.function.Texts;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Groups of items, and what aggregates make of their members.
///
/// @param keys how many of the values are the key
/// @param aggregates what is made of each of the other values
/// @param operands the operands of the aggregates
/// @param policy what is done where an aggregate has no value
record EagerGroups(int keys, List<Aggregate> aggregates, List<Operand> operands, Policy policy) {

  /// Makes the item of a group.
  @FunctionalInterface
  interface Shape {
    /// The item of a group's members and the values of its aggregates.
    Item of(List<Keyed> members, List<Value> aggregates);
  }

  /// The groups of some items by their keys, in the order of their first members.
  static Map<List<Value>, List<Keyed>> by(int keys, List<Keyed> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                keyed -> keyed.first(keys), LinkedHashMap::new, Collectors.toList()));
  }

  /// Adds the items of all groups to the policy's events, up to the end.
  ///
  /// @param shape makes an item of a group's members and the values of its aggregates
  void addItems(Map<List<Value>, List<Keyed>> groups, Shape shape) {
    for (List<Keyed> members : groups.values()) {
      List<Value> values = values(members);
      if (Event.hasEnded(policy.events())) {
        return;
      }
      if (values.size() == aggregates.size()) {
        policy.events().add(new Event.Item(shape.of(members, values)));
      }
    }
  }

  /// The values of the aggregates, up to the first that has none.
  private List<Value> values(List<Keyed> members) {
    var values = new ArrayList<Value>();
    for (int i = 0; i < aggregates.size(); i++) {
      Aggregate aggregate = aggregates.get(i);
      int place = keys + i;
      List<Value> column = members.stream().map(member -> member.values().get(place)).toList();
      Value value =
          policy.value(
              members.getFirst().item(),
              operands.get(i).path(),
              operands.get(i).expression(),
              () -> aggregate(aggregate, column));
      if (value == null) {
        break;
      }
      values.add(value);
    }
    return values;
  }

  private static Value aggregate(Aggregate aggregate, List<Value> column) {
    List<Value> present = column.stream().filter(value -> !value.isNull()).toList();
    return switch (aggregate) {
      case Aggregate.First _ -> column.getFirst();
      case Aggregate.Count _ -> Decimal.of(present.size());
      case Aggregate.Sum _ -> present.isEmpty() ? Null.NULL : sum(present);
      case Aggregate.Min _ -> present.stream().min(Comparator.naturalOrder()).orElse(Null.NULL);
      case Aggregate.Max _ -> present.stream().max(Comparator.naturalOrder()).orElse(Null.NULL);
      case Aggregate.Avg(_, var scale, var mode) ->
          present.isEmpty()
              ? Null.NULL
              : Numbers.divide(sum(present), Decimal.of(present.size()), scale, mode);
      case Aggregate.Concat(_, var separator) ->
          present.isEmpty() ? Null.NULL : concat(present, separator);
      case Aggregate.CountDistinct _ -> Decimal.of(new TreeSet<>(present).size());
      case Aggregate.Implode _ -> new ListValue(column);
    };
  }

  private static Text concat(List<Value> present, @Nullable String separator) {
    return Text.of(
        present.stream()
            .map(Texts::toText)
            .collect(Collectors.joining(Objects.requireNonNullElse(separator, ","))));
  }

  private static Decimal sum(List<Value> present) {
    BigDecimal total =
        present.stream()
            .map(value -> Require.number(value).toBigDecimal())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Numbers.exactly(() -> Decimal.of(total));
  }
}
