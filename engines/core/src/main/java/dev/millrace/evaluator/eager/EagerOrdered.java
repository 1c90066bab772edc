package dev.millrace.evaluator.eager;

import static dev.millrace.evaluator.eager.Events.each;
import static dev.millrace.evaluator.eager.Rows.conform;
import static dev.millrace.evaluator.eager.Rows.with;

import dev.millrace.action.OrderedAction;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.engine.OnError;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Ordered actions over whole lists of events, for one step.
///
/// @param onError the error policy
/// @param totals where items that are left out are counted
/// @param step the step
record EagerOrdered(OnError onError, Totals totals, Step step) {

  /// What an action makes of a list.
  List<Event> run(OrderedAction action, List<Event> events) throws InterruptedException {
    return switch (action) {
      case Limit(long count) -> limit(events, count);
      case LimitWhile(var condition) -> limitWhile(condition, events);
      case LimitPer limit -> limitPer(limit, events);
      case Skip(long count) -> skip(count, events);
      case SkipWhile(var condition) -> skipWhile(condition, events);
      case FillDown(var fields) -> fillDown(fields, events);
      case RowNumber number -> number(number, events);
      case Scan scan -> scan(scan, events);
    };
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

  private List<Event> limitWhile(Expression condition, List<Event> events) {
    var out = new ArrayList<Event>();
    for (Event event : events) {
      if (event instanceof Event.Item(var item)) {
        Value holds = condition(condition, "limit_while", item, out);
        if (holds != null && !holds.equals(Bool.TRUE)) {
          break;
        }
        if (holds != null) {
          out.add(event);
        }
      } else {
        out.add(event);
      }
      if (!out.isEmpty() && out.getLast() instanceof Event.End) {
        break;
      }
    }
    return out;
  }

  private List<Event> limitPer(LimitPer limit, List<Event> events) throws InterruptedException {
    var had = new HashMap<List<Value>, Integer>();
    return each(
        events,
        (item, out) -> {
          List<Value> key = key(limit.by(), item, out);
          if (key == null) {
            return;
          }
          int before = had.getOrDefault(key, 0);
          had.put(key, before + 1);
          keep(before < limit.count(), item, out);
        });
  }

  private @Nullable List<Value> key(List<Expression> by, Item item, List<Event> out) {
    var key = new ArrayList<Value>();
    for (int i = 0; i < by.size(); i++) {
      String path = step.path() + ".limit_per[" + i + "]";
      Value value = new Policy(onError, out).value(item, path, by.get(i), step.before());
      if (value == null) {
        return null;
      }
      key.add(value);
    }
    return key;
  }

  private List<Event> skip(long count, List<Event> events) throws InterruptedException {
    long[] seen = {0};
    return each(events, (item, out) -> keep(seen[0]++ >= count, item, out));
  }

  private List<Event> skipWhile(Expression condition, List<Event> events)
      throws InterruptedException {
    boolean[] begun = {false};
    return each(
        events,
        (item, out) -> {
          Value skipped = begun[0] ? Bool.FALSE : condition(condition, "skip_while", item, out);
          if (skipped != null) {
            begun[0] = !skipped.equals(Bool.TRUE);
            keep(begun[0], item, out);
          }
        });
  }

  private List<Event> fillDown(List<String> fields, List<Event> events)
      throws InterruptedException {
    Map<String, Value> last = new HashMap<>();
    return each(
        events,
        (item, out) -> {
          Item filled = item;
          for (String field : fields) {
            Value held = item.get(step.before().indexOf(field));
            Value value = held.isNull() ? last.getOrDefault(field, Null.NULL) : held;
            last.put(field, value);
            filled = with(filled, step.after(), field, value);
          }
          out.add(new Event.Item(filled));
        });
  }

  private List<Event> number(RowNumber number, List<Event> events) throws InterruptedException {
    long[] next = {Objects.requireNonNullElse(number.start(), 1L)};
    return each(
        events,
        (item, out) -> {
          Item wide = conform(item, step.before(), step.after());
          Value value = Decimal.of(next[0]++);
          out.add(new Event.Item(with(wide, step.after(), number.field(), value)));
        });
  }

  private List<Event> scan(Scan scan, List<Event> events) throws InterruptedException {
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

  private @Nullable Value condition(
      Expression condition, String place, Item item, List<Event> out) {
    String path = step.path() + "." + place;
    return new Policy(onError, out).condition(item, path, condition, step.before());
  }

  private void keep(boolean isKept, Item item, List<Event> out) {
    if (isKept) {
      out.add(new Event.Item(item));
    } else {
      totals.filtered++;
    }
  }
}
