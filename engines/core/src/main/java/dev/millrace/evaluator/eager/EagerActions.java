package dev.millrace.evaluator.eager;

import static dev.millrace.evaluator.eager.Rows.conform;
import static dev.millrace.evaluator.eager.Rows.with;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.ItemAction;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.engine.Counts;
import dev.millrace.engine.OnError;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.Require;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Actions over whole lists of events, for one run.
final class EagerActions {
  private final OnError onError;
  private long added;
  private long filtered;
  private long merged;

  EagerActions(OnError onError) {
    this.onError = onError;
  }

  /// What some steps make of a list, one after another.
  List<Event> run(List<Step> steps, List<Event> input) throws InterruptedException {
    List<Event> events = input;
    for (Step step : steps) {
      events = run(step, events);
    }
    return events;
  }

  /// Stops the run if the calling thread is interrupted.
  static void checkInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /// Where every item of the run went.
  Counts counts(Plan plan, long read, long written, long errors) {
    long dropped = onError == OnError.DROP ? errors : 0;
    return plan.hasLimit()
        ? Counts.net(read, written, dropped)
        : new Counts(read, added, written, filtered, dropped, merged);
  }

  private List<Event> run(Step step, List<Event> events) throws InterruptedException {
    return switch (step.action()) {
      case ItemAction action -> each(events, (item, out) -> item(action, step, item, out));
      case Limit(long count) -> limit(events, count);
      case RowNumber number -> number(number, step, events);
      case Scan scan -> scan(scan, step, events);
      case AggregateAction action -> aggregate(action, step, events);
      case Conditional conditional ->
          conditional.isItemWise()
              ? choose(conditional, step, events)
              : split(conditional, step, events);
    };
  }

  /// Goes through the items; errors that were noted keep their places, and nothing follows an end.
  private static List<Event> each(List<Event> events, Visitor visitor) throws InterruptedException {
    var out = new ArrayList<Event>();
    for (Event event : events) {
      checkInterrupted();
      switch (event) {
        case Event.Item(var item) -> visitor.visit(item, out);
        case Event.Noted _, Event.End _ -> out.add(event);
      }
      if (!out.isEmpty() && out.getLast() instanceof Event.End) {
        break;
      }
    }
    return out;
  }

  /// What is done with an item; what comes of it is added to a list.
  @FunctionalInterface
  private interface Visitor {
    void visit(Item item, List<Event> out) throws InterruptedException;
  }

  private void item(ItemAction action, Step step, Item item, List<Event> out) {
    switch (action) {
      case SetFields(var fields) -> set(fields, step, item, out);
      case RemoveFields _, KeepFields _ ->
          out.add(new Event.Item(conform(item, step.before(), step.after())));
      case RenameFields _ -> out.add(new Event.Item(item));
      case Filter(var condition) -> filter(condition, step, item, out);
      case Explode explode -> explode(explode, step, item, out);
    }
  }

  private void set(Map<String, Expression> fields, Step step, Item item, List<Event> out) {
    Item changed = conform(item, step.before(), step.after());
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      String path = step.path() + ".set." + field.getKey();
      Value value = value(field.getValue(), path, step.before(), item, out);
      if (value == null) {
        return;
      }
      changed = with(changed, step.after(), field.getKey(), value);
    }
    out.add(new Event.Item(changed));
  }

  private void filter(Expression condition, Step step, Item item, List<Event> out) {
    Value chosen = condition(condition, step.path() + ".filter", step.before(), item, out);
    if (chosen == null) {
      return;
    }
    if (chosen.equals(Bool.TRUE)) {
      out.add(new Event.Item(item));
    } else {
      filtered++;
    }
  }

  private void explode(Explode explode, Step step, Item item, List<Event> out) {
    Value held = item.get(step.before().indexOf(explode.field()));
    var field = new Field(explode.field());
    Value list =
        new Policy(onError, out)
            .value(
                item,
                step.path() + ".explode",
                field,
                () -> held.isNull() ? held : Require.list(held));
    if (list == null) {
      return;
    }
    List<Value> elements = list instanceof ListValue(var all) ? all : List.of();
    if (elements.isEmpty()) {
      filtered++;
    } else {
      added += elements.size() - 1;
    }
    String into = Objects.requireNonNullElse(explode.into(), explode.field());
    Item wide = conform(item, step.before(), step.after());
    elements.forEach(element -> out.add(new Event.Item(with(wide, step.after(), into, element))));
  }

  private static List<Event> limit(List<Event> events, long count) {
    var out = new ArrayList<Event>();
    long left = count;
    for (Event event : events) {
      if (left == 0) {
        break;
      }
      out.add(event);
      left -= event instanceof Event.Item ? 1 : 0;
    }
    return out;
  }

  private static List<Event> number(RowNumber number, Step step, List<Event> events)
      throws InterruptedException {
    long[] next = {Objects.requireNonNullElse(number.start(), 1L)};
    return each(
        events,
        (item, out) -> {
          Item wide = conform(item, step.before(), step.after());
          Value value = Decimal.of(next[0]++);
          out.add(new Event.Item(with(wide, step.after(), number.field(), value)));
        });
  }

  private List<Event> scan(Scan scan, Step step, List<Event> events) throws InterruptedException {
    Value[] previous = {scan.start()};
    return each(
        events,
        (item, out) -> {
          var variables = Map.of(Scan.PREVIOUS, previous[0]);
          var interpreter = new Interpreter(step.before(), item, variables);
          Value value =
              new Policy(onError, out)
                  .value(
                      item,
                      step.path() + ".step",
                      scan.step(),
                      () -> interpreter.value(scan.step()));
          if (value != null) {
            previous[0] = value;
            Item wide = conform(item, step.before(), step.after());
            out.add(new Event.Item(with(wide, step.after(), scan.field(), value)));
          }
        });
  }

  private List<Event> aggregate(AggregateAction action, Step step, List<Event> events)
      throws InterruptedException {
    var aggregates = new EagerAggregates(onError, step);
    List<Event> out = aggregates.run(action, events);
    filtered += aggregates.filtered();
    merged += aggregates.merged();
    return out;
  }

  private List<Event> choose(Conditional conditional, Step step, List<Event> events)
      throws InterruptedException {
    return each(
        events,
        (item, out) -> {
          String path = step.path() + ".if";
          Value chosen = condition(conditional.condition(), path, step.before(), item, out);
          if (chosen != null) {
            List<Step> branch = chosen.equals(Bool.TRUE) ? step.then() : step.otherwise();
            out.addAll(branch(branch, step, List.of(new Event.Item(item))));
          }
        });
  }

  private List<Event> split(Conditional conditional, Step step, List<Event> events)
      throws InterruptedException {
    var notes = new ArrayList<Event>();
    var then = new ArrayList<Event>();
    var otherwise = new ArrayList<Event>();
    String path = step.path() + ".if";
    List<Event> rest =
        each(
            events,
            (item, out) -> {
              Value chosen = condition(conditional.condition(), path, step.before(), item, out);
              if (chosen != null) {
                (chosen.equals(Bool.TRUE) ? then : otherwise).add(new Event.Item(item));
              }
            });
    for (Event event : rest) {
      if (event instanceof Event.End) {
        then.add(event);
        otherwise.add(event);
      } else {
        notes.add(event);
      }
    }
    var all = new ArrayList<>(notes);
    all.addAll(branch(step.then(), step, then));
    all.addAll(branch(step.otherwise(), step, otherwise));
    return each(all, (item, out) -> out.add(new Event.Item(item)));
  }

  private List<Event> branch(List<Step> steps, Step conditional, List<Event> events)
      throws InterruptedException {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    return each(
        run(steps, events),
        (item, out) -> out.add(new Event.Item(conform(item, end, conditional.after()))));
  }

  private @Nullable Value value(
      Expression expression, String path, Schema schema, Item item, List<Event> out) {
    var interpreter = new Interpreter(schema, item, Map.of());
    return new Policy(onError, out)
        .value(item, path, expression, () -> interpreter.value(expression));
  }

  private @Nullable Value condition(
      Expression expression, String path, Schema schema, Item item, List<Event> out) {
    var interpreter = new Interpreter(schema, item, Map.of());
    return new Policy(onError, out)
        .value(
            item, path, expression, () -> Bool.of(Require.isTrue(interpreter.value(expression))));
  }
}
