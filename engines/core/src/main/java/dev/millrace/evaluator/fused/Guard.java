package dev.millrace.evaluator.fused;

import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.pipeline.Ledger;
import dev.millrace.value.Bool;
import dev.millrace.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression of an action, made into a closure, and what to do when it has no value.
///
/// @param closure the closure
/// @param whole the expression
/// @param path its place in the plan
/// @param depth how many variables it needs room for
record Guard(Closure closure, Expression whole, String path, int depth) {
  /// The guard of an expression over items of a schema.
  static Guard of(Expression expression, Schema schema, String path) {
    Closure closure = new Closures(schema, List.of()).of(expression);
    return new Guard(closure, expression, path, Closures.depth(expression));
  }

  /// The guard of an expression that may use one variable bound outside, at depth 0.
  static Guard binding(String variable, Expression expression, Schema schema, String path) {
    Closure closure = new Closures(schema, List.of(variable)).of(expression);
    return new Guard(closure, expression, path, 1 + Closures.depth(expression));
  }

  /// The guard of a condition: it gives true or false, null counting as false.
  static Guard condition(Expression condition, Schema schema, String path) {
    Closures.Test test = new Closures(schema, List.of()).test(condition, null);
    Closure closure = (item, variables) -> Bool.of(test.holds(item, variables));
    return new Guard(closure, condition, path, Closures.depth(condition));
  }

  /// The expression's value, or what the policy puts in its place; the null pointer when that is to
  /// drop the item.
  @Nullable Value of(Item item, Value[] variables, Ledger ledger) {
    try {
      return closure.of(item, variables);
    } catch (EvaluationException failed) {
      return ledger.instead(item, path, whole, failed);
    }
  }

  /// This guard with another closure, which needs no room for more variables.
  Guard with(Closure other) {
    return new Guard(other, whole, path, depth);
  }

  /// This guard, its value being a number or null.
  Guard ofNumber() {
    return with((item, variables) -> {
      Value value = closure.of(item, variables);
      return value.isNull() ? value : Require.number(value);
    });
  }

  /// Room for the variables of any of some expressions.
  static Value[] room(Guard... guards) {
    return new Value[Arrays.stream(guards).mapToInt(Guard::depth).max().orElse(0)];
  }
}
