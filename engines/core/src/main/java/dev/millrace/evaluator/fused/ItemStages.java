package dev.millrace.evaluator.fused;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Pull stages of item-wise actions.
final class ItemStages {
  private ItemStages() {}

  /// What a stage makes of one item; the null pointer for nothing.
  @FunctionalInterface
  private interface PerItem {
    @Nullable Item of(Item item, Ledger ledger);
  }

  /// The stage of some steps, one after another.
  static StreamStage of(List<Step> steps) {
    StreamStage all = StreamStage.IDENTITY;
    for (Step step : steps) {
      all = all.then(of(step));
    }
    return all;
  }

  private static StreamStage of(Step step) {
    Action action = step.action();
    return switch (action) {
      case SetFields set -> set(set, step);
      case RemoveFields _, KeepFields _ -> conform(step.before(), step.after());
      case RenameFields _ -> StreamStage.IDENTITY;
      case Filter(var condition) ->
          filter(Guard.condition(condition, step.before(), step.path() + ".filter"));
      case Explode explode -> explode(explode, step);
      case Conditional(var condition, _, _) -> {
        Guard guard = Guard.condition(condition, step.before(), step.path() + ".if");
        yield new Choice(guard, branch(step.then(), step), branch(step.otherwise(), step));
      }
      case OrderedAction _, AggregateAction _ ->
          throw new AssertionError("not item-wise: " + action);
    };
  }

  /// The stage that changes items of one schema to items of another, null where a column is new.
  static StreamStage conform(Schema from, Schema to) {
    if (from.names().equals(to.names())) {
      return StreamStage.IDENTITY;
    }
    int[] places = to.names().stream().mapToInt(from::indexOf).toArray();
    return perItem((item, _) -> new Item(item.row(), project(item, places)));
  }

  private static Value[] project(Item item, int[] places) {
    Value[] values = new Value[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = places[i] < 0 ? Null.NULL : item.get(places[i]);
    }
    return values;
  }

  private static StreamStage perItem(PerItem function) {
    return (in, ledger) ->
        () -> {
          while (true) {
            Item item = in.next();
            Item made = item == null ? null : function.of(item, ledger);
            if (item == null || made != null) {
              return made;
            }
          }
        };
  }

  private static StreamStage set(SetFields set, Step step) {
    var guards = new ArrayList<Guard>();
    set.fields()
        .forEach((name, expression) ->
            guards.add(Guard.of(expression, step.before(), step.path() + ".set." + name)));
    Guard[] fields = guards.toArray(Guard[]::new);
    int[] places = set.fields().keySet().stream().mapToInt(step.after()::indexOf).toArray();
    int width = step.after().size();
    return (in, ledger) -> {
      Value[] variables = Guard.room(fields);
      return perItem((item, notes) -> set(item, fields, places, width, variables, notes))
          .apply(in, ledger);
    };
  }

  private static @Nullable Item set(
      Item item, Guard[] fields, int[] places, int width, Value[] variables, Ledger ledger) {
    Value[] values = item.copy(width);
    for (int i = 0; i < fields.length; i++) {
      Value value = fields[i].of(item, variables, ledger);
      if (value == null) {
        return null;
      }
      values[places[i]] = value;
    }
    return new Item(item.row(), values);
  }

  private static StreamStage filter(Guard condition) {
    return (in, ledger) -> {
      Value[] variables = Guard.room(condition);
      return perItem((item, notes) -> filter(item, condition, variables, notes)).apply(in, ledger);
    };
  }

  private static @Nullable Item filter(
      Item item, Guard condition, Value[] variables, Ledger ledger) {
    Value value = condition.of(item, variables, ledger);
    if (value == null) {
      return null;
    }
    if (value.equals(Bool.TRUE)) {
      return item;
    }
    ledger.filtered(1);
    return null;
  }

  private static StreamStage explode(Explode explode, Step step) {
    int from = step.before().indexOf(explode.field());
    String into = explode.into();
    int to = step.after().indexOf(into == null ? explode.field() : into);
    int width = step.after().size();
    return (in, ledger) ->
        new ItemStream() {
          private @Nullable Item item;
          private List<Value> elements = List.of();
          private int next;

          @Override
          public @Nullable Item next() {
            while (next == elements.size()) {
              item = in.next();
              if (item == null) {
                return null;
              }
              elements = elements(item, from, explode, step, ledger);
              next = 0;
            }
            Value[] values = Objects.requireNonNull(item).copy(width);
            values[to] = elements.get(next++);
            return new Item(item.row(), values);
          }
        };
  }

  private static List<Value> elements(
      Item item, int from, Explode explode, Step step, Ledger ledger) {
    Value value = item.get(from);
    List<Value> elements = List.of();
    if (!value.isNull()) {
      try {
        elements = Require.list(value).elements();
      } catch (EvaluationException failed) {
        String path = step.path() + ".explode";
        if (ledger.instead(item, path, new Field(explode.field()), failed) == null) {
          return elements;
        }
      }
    }
    ledger.exploded(elements.size());
    return elements;
  }

  private static StreamStage branch(List<Step> steps, Step conditional) {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    return of(steps).then(conform(end, conditional.after()));
  }
}
