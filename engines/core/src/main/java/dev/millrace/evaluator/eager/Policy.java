package dev.millrace.evaluator.eager;

import dev.millrace.engine.ItemError;
import dev.millrace.engine.OnError;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the error policy makes of expressions that have no value.
///
/// @param onError the policy
/// @param events where errors are put, in the order of items
record Policy(OnError onError, List<Event> events) {

  /// The value that is computed, or what the policy puts in its place; the null pointer when the
  /// item is not to go on.
  @Nullable Value value(Item item, String path, Expression whole, Supplier<Value> computation) {
    try {
      return computation.get();
    } catch (EvaluationException failed) {
      ItemError error = ItemError.of(item, path, whole, failed);
      events.add(onError == OnError.FAIL ? new Event.End(error) : new Event.Noted(error));
      return onError == OnError.NULL ? Null.NULL : null;
    }
  }

  /// The value of an expression over an item of a schema, or what the policy puts in its place.
  @Nullable Value value(Item item, String path, Expression expression, Schema schema) {
    var interpreter = new Interpreter(schema, item, Map.of());
    return value(item, path, expression, () -> interpreter.value(expression));
  }

  /// The value of a condition over an item of a schema, null counting as false, or what the policy
  /// puts in its place.
  @Nullable Value condition(Item item, String path, Expression condition, Schema schema) {
    var interpreter = new Interpreter(schema, item, Map.of());
    return value(
        item, path, condition, () -> Bool.of(Require.isTrue(interpreter.value(condition))));
  }
}
