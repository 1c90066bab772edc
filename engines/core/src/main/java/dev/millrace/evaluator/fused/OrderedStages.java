package dev.millrace.evaluator.fused;

import dev.millrace.action.OrderedAction;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Key;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pull stages of actions that go through the items in order.
final class OrderedStages {
  private OrderedStages() {}

  /// The stage of an ordered action.
  static StreamStage of(OrderedAction action, Step step) {
    return switch (action) {
      case Limit(long count) -> (in, _) -> limit(in, count);
      case LimitWhile(var condition) -> limitWhile(condition, step);
      case LimitPer limit -> limitPer(limit, step);
      case Skip(long count) -> (in, ledger) -> skip(in, count, ledger);
      case SkipWhile(var condition) -> skipWhile(condition, step);
      case FillDown(var fields) -> fillDown(fields, step);
      case RowNumber(var field, var start) ->
          (in, _) -> number(in, step, field, start == null ? 1 : start);
      case Scan scan -> scan(scan, step);
    };
  }

  private static ItemStream limit(ItemStream in, long count) {
    return new ItemStream() {
      private long left = count;

      @Override
      public @Nullable Item next() {
        Item item = left == 0 ? null : in.next();
        left -= item == null ? 0 : 1;
        return item;
      }
    };
  }

  private static StreamStage limitWhile(Expression condition, Step step) {
    Guard guard = Guard.condition(condition, step.before(), step.path() + ".limit_while");
    return (in, ledger) ->
        new ItemStream() {
          private final Value[] variables = Guard.room(guard);
          private boolean ended;

          @Override
          public @Nullable Item next() {
            for (Item item = ended ? null : in.next(); item != null; item = in.next()) {
              Value holds = guard.of(item, variables, ledger);
              if (holds != null) {
                ended = !holds.equals(Bool.TRUE);
                return ended ? null : item;
              }
            }
            return null;
          }
        };
  }

  private static StreamStage limitPer(LimitPer limit, Step step) {
    Keys keys = Keys.of(limit.by(), step.before(), i -> step.path() + ".limit_per[" + i + "]");
    return (in, ledger) ->
        new ItemStream() {
          private final Value[] variables = keys.room();
          private final Map<Key, Long> had = new HashMap<>();

          @Override
          public @Nullable Item next() {
            for (Item item = in.next(); item != null; item = in.next()) {
              Value[] key = keys.of(item, variables, ledger);
              if (key == null) {
                continue;
              }
              if (had.merge(new Key(key), 1L, Long::sum) <= limit.count()) {
                return item;
              }
              ledger.filtered(1);
            }
            return null;
          }
        };
  }

  private static ItemStream skip(ItemStream in, long count, Ledger ledger) {
    return new ItemStream() {
      private long left = count;

      @Override
      public @Nullable Item next() {
        Item item = in.next();
        while (item != null && left > 0) {
          left--;
          ledger.filtered(1);
          item = in.next();
        }
        return item;
      }
    };
  }

  private static StreamStage skipWhile(Expression condition, Step step) {
    Guard guard = Guard.condition(condition, step.before(), step.path() + ".skip_while");
    return (in, ledger) ->
        new ItemStream() {
          private final Value[] variables = Guard.room(guard);
          private boolean begun;

          @Override
          public @Nullable Item next() {
            Item item = in.next();
            while (item != null && !begun) {
              Value holds = guard.of(item, variables, ledger);
              begun = holds != null && !holds.equals(Bool.TRUE);
              if (!begun) {
                ledger.filtered(holds == null ? 0 : 1);
                item = in.next();
              }
            }
            return item;
          }
        };
  }

  private static StreamStage fillDown(List<String> fields, Step step) {
    int[] places = fields.stream().mapToInt(step.before()::indexOf).toArray();
    return (in, _) ->
        new ItemStream() {
          private final Value[] last = nulls(places.length);

          @Override
          public @Nullable Item next() {
            Item item = in.next();
            if (item == null) {
              return null;
            }
            var changes = new @Nullable Value[item.size()];
            for (int i = 0; i < places.length; i++) {
              Value value = item.get(places[i]);
              last[i] = value.isNull() ? last[i] : value;
              changes[places[i]] = last[i];
            }
            return item.with(changes);
          }
        };
  }

  private static Value[] nulls(int count) {
    Value[] nulls = new Value[count];
    Arrays.fill(nulls, Null.NULL);
    return nulls;
  }

  private static ItemStream number(ItemStream in, Step step, String field, long start) {
    int place = step.after().indexOf(field);
    int width = step.after().size();
    return new ItemStream() {
      private long number = start;

      @Override
      public @Nullable Item next() {
        Item item = in.next();
        return item == null ? null : with(item, width, place, Decimal.of(number++));
      }
    };
  }

  private static StreamStage scan(Scan scan, Step step) {
    Guard guard = Guard.binding(Scan.PREVIOUS, scan.step(), step.before(), step.path() + ".step");
    int place = step.after().indexOf(scan.field());
    int width = step.after().size();
    return (in, ledger) -> scan(in, guard, scan.start(), place, width, ledger);
  }

  private static ItemStream scan(
      ItemStream in, Guard guard, Value start, int place, int width, Ledger ledger) {
    Value[] variables = Guard.room(guard);
    return new ItemStream() {
      private Value previous = start;

      @Override
      public @Nullable Item next() {
        for (Item item = in.next(); item != null; item = in.next()) {
          variables[0] = previous;
          Value value = guard.of(item, variables, ledger);
          if (value != null) {
            previous = value;
            return with(item, width, place, value);
          }
        }
        return null;
      }
    };
  }

  private static Item with(Item item, int width, int place, Value value) {
    var changes = new @Nullable Value[width];
    changes[place] = value;
    return item.with(changes);
  }
}
