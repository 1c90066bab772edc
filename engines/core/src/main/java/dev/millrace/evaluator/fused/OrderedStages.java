package dev.millrace.evaluator.fused;

import dev.millrace.action.OrderedAction;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// Pull stages of actions that go through the items in order.
final class OrderedStages {
  private OrderedStages() {}

  /// The stage of an ordered action.
  static StreamStage of(OrderedAction action, Step step) {
    return switch (action) {
      case Limit(long count) -> (in, _) -> limit(in, count);
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
        Item item = left > 0 ? in.next() : null;
        left -= item == null ? 0 : 1;
        return item;
      }
    };
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
    Value[] values = item.copy(width);
    values[place] = value;
    return new Item(item.row(), values);
  }
}
