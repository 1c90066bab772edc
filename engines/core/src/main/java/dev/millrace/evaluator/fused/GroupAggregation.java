package dev.millrace.evaluator.fused;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Construct;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Folding;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes one item of all members of a group.
final class GroupAggregation implements Folding<Members> {
  private final int keys;
  private final Keys operands;
  private final List<Aggregate> aggregates;
  private final List<String> paths;
  private final Shape shape;

  private GroupAggregation(List<Guard> by, List<Operand> of, Step step, Shape shape) {
    this.keys = by.size();
    this.aggregates = of.stream().map(Operand::aggregate).toList();
    this.paths = of.stream().map(Operand::path).toList();
    this.shape = shape;
    var guards = new ArrayList<>(by);
    of.forEach(operand -> guards.add(operand.guard(step)));
    this.operands = new Keys(guards);
  }

  /// Makes the item of a group.
  @FunctionalInterface
  private interface Shape {
    Item of(Entry<Members> group, Value[] aggregates);
  }

  /// An aggregate and its place in the plan.
  private record Operand(Aggregate aggregate, String path) {
    Guard guard(Step step) {
      Guard guard = Guard.of(aggregate.of(), step.before(), path);
      return switch (aggregate) {
        case Aggregate.Sum _, Aggregate.Avg _ -> guard.ofNumber();
        case Aggregate.Count _,
            Aggregate.Min _,
            Aggregate.Max _,
            Aggregate.First _,
            Aggregate.Concat _,
            Aggregate.CountDistinct _,
            Aggregate.Implode _ ->
            guard;
      };
    }
  }

  /// A group by fields.
  static GroupAggregation of(Group group, Step step) {
    List<Operand> operands =
        group.into().sequencedEntrySet().stream()
            .map(into -> new Operand(into.getValue(), path(into, step)))
            .toList();
    return new GroupAggregation(
        fields(group.by(), step), operands, step, GroupAggregation::keysThenAggregates);
  }

  /// A group by fields of which one aggregate is made.
  static GroupAggregation of(CountDistinct count, Step step) {
    var aggregate = new Aggregate.CountDistinct(count.of());
    return new GroupAggregation(
        fields(count.by(), step),
        List.of(new Operand(aggregate, step.path() + ".count_distinct")),
        step,
        GroupAggregation::keysThenAggregates);
  }

  /// A group whose first member gets a list.
  static GroupAggregation of(Implode implode, Step step) {
    var aggregate = new Aggregate.Implode(new Field(implode.field()));
    String into = Objects.requireNonNullElse(implode.into(), implode.field());
    int place = step.after().indexOf(into);
    int width = step.after().size();
    var by = new ArrayList<Guard>();
    for (int i = 0; i < implode.by().size(); i++) {
      by.add(Guard.of(implode.by().get(i), step.before(), step.path() + ".by[" + i + "]"));
    }
    return new GroupAggregation(
        by,
        List.of(new Operand(aggregate, step.path() + ".implode")),
        step,
        (group, aggregates) -> {
          Item first = group.state().first();
          Value[] values = first.copy(width);
          values[place] = aggregates[0];
          return new Item(first.row(), values);
        });
  }

  private static List<Guard> fields(List<String> names, Step step) {
    return names.stream()
        .map(name -> Guard.of(new Field(name), step.before(), step.path()))
        .toList();
  }

  private static String path(Map.Entry<String, Aggregate> into, Step step) {
    String name = Construct.name(into.getValue().getClass());
    return step.path() + ".into." + into.getKey() + "." + name;
  }

  @Override
  public void each(ItemStream in, Ledger ledger, Collector<Members> into) {
    operands.each(
        in,
        ledger,
        (item, values) -> {
          var key = new Key(Arrays.copyOf(values, keys));
          into.add(key, new Members(item, Arrays.copyOfRange(values, keys, values.length)));
        });
  }

  @Override
  public Entry<Members> fold(Entry<Members> earlier, Entry<Members> later) {
    earlier.state().join(later.state(), aggregates);
    return earlier;
  }

  @Override
  public boolean isMerging() {
    return true;
  }

  @Override
  public @Nullable Item item(Entry<Members> group, Ledger ledger) {
    Accumulator[] accumulators = group.state().accumulators(aggregates);
    var results = new Value[accumulators.length];
    for (int i = 0; i < results.length; i++) {
      Value result = result(group.state(), i, accumulators[i], ledger);
      if (result == null) {
        return null;
      }
      results[i] = result;
    }
    return shape.of(group, results);
  }

  private @Nullable Value result(Members members, int i, Accumulator accumulator, Ledger ledger) {
    try {
      return accumulator.result();
    } catch (EvaluationException failed) {
      return ledger.instead(members.first(), paths.get(i), aggregates.get(i).of(), failed);
    }
  }

  private static Item keysThenAggregates(Entry<Members> group, Value[] aggregates) {
    Key key = group.key();
    Value[] values = key.copy(key.size() + aggregates.length);
    System.arraycopy(aggregates, 0, values, key.size(), aggregates.length);
    return new Item(group.state().first().row(), values);
  }
}
