package dev.millrace.evaluator.fused;

import dev.millrace.feed.Item;
import dev.millrace.value.Value;

/// An expression made into a function of an item.
@FunctionalInterface
interface Closure {
  /// The expression's value.
  ///
  /// @param item the item
  /// @param variables the values of the variables, by their depth
  /// @throws dev.millrace.function.EvaluationException if it has none
  Value of(Item item, Value[] variables);
}
