package dev.millrace.evaluator.eager;

import dev.millrace.action.Aggregate;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.Require;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression that an aggregation evaluates for every item, and its place in the plan.
///
/// @param expression the expression
/// @param path its place in the plan
/// @param isNumber whether its value is to be a number or null
record Operand(Expression expression, String path, boolean isNumber) {
  /// An operand that may be of any kind.
  Operand(Expression expression, String path) {
    this(expression, path, false);
  }

  /// An item and the values of some operands.
  ///
  /// @param item the item
  /// @param values the values
  record Keyed(Item item, List<Value> values) {
    /// The first values.
    List<Value> first(int count) {
      return values.subList(0, count);
    }
  }

  /// The operands of some expressions, each with its index behind a path.
  static List<Operand> of(List<Expression> expressions, String path) {
    var operands = new ArrayList<Operand>();
    for (int i = 0; i < expressions.size(); i++) {
      operands.add(new Operand(expressions.get(i), path + "[" + i + "]"));
    }
    return operands;
  }

  /// The operand of an aggregate.
  ///
  /// @param path the place of the field that gets the aggregate
  static Operand of(Aggregate aggregate, String path) {
    String name = Construct.name(aggregate.getClass());
    boolean isNumber = aggregate instanceof Aggregate.Sum || aggregate instanceof Aggregate.Avg;
    return new Operand(aggregate.of(), path + "." + name, isNumber);
  }

  /// The items of a list with the values of operands; an item with an error that the policy drops
  /// is left out.
  ///
  /// @param notes gets what was noted before and among the items; its last is the end, if there is
  ///   one
  static List<Keyed> keyed(
      List<Operand> operands, Schema schema, List<Event> events, Policy notes) {
    var keyed = new ArrayList<Keyed>();
    for (Event event : events) {
      if (Event.hasEnded(notes.events())) {
        break;
      }
      switch (event) {
        case Event.Item(var item) -> {
          List<Value> values = values(operands, schema, item, notes);
          if (values != null) {
            keyed.add(new Keyed(item, values));
          }
        }
        case Event.Noted _, Event.End _ -> notes.events().add(event);
      }
    }
    return keyed;
  }

  private static @Nullable List<Value> values(
      List<Operand> operands, Schema schema, Item item, Policy notes) {
    var interpreter = new Interpreter(schema, item, Map.of());
    var values = new ArrayList<Value>();
    for (Operand operand : operands) {
      Value value =
          notes.value(
              item,
              operand.path(),
              operand.expression(),
              () -> {
                Value any = interpreter.value(operand.expression());
                return any.isNull() || !operand.isNumber() ? any : Require.number(any);
              });
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
