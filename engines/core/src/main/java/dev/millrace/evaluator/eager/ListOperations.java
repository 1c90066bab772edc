package dev.millrace.evaluator.eager;

import static dev.millrace.function.Require.isTrue;
import static dev.millrace.function.Require.list;

import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.function.Collections;
import dev.millrace.value.Bool;
import dev.millrace.value.ListValue;
import dev.millrace.value.Value;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Interprets the expressions that look at the elements of a list.
///
/// @param in evaluates their operands
record ListOperations(Interpreter in) {

  /// The value of an expression that looks at the elements of a list.
  Value on(ListExpression expression) {
    return in.strict(expression.list(), list -> on(expression, list(list).elements()));
  }

  private Value on(ListExpression expression, List<Value> elements) {
    String name = expression.variable();
    return switch (expression) {
      case ListExpression.MapList(_, _, var to) -> new ListValue(each(elements, name, to));
      case ListExpression.FilterList(_, _, var where) ->
          new ListValue(elements.stream().filter(holds(name, where)).toList());
      case ListExpression.AnyOf(_, _, var where) ->
          Bool.of(elements.stream().anyMatch(holds(name, where)));
      case ListExpression.AllOf(_, _, var where) ->
          Bool.of(elements.stream().allMatch(holds(name, where)));
      case ListExpression.SortList(_, _, var by, var order) ->
          Collections.sort(elements, each(elements, name, by), order);
      case ListExpression.DistinctList(_, _, var by) ->
          Collections.distinct(elements, each(elements, name, by));
    };
  }

  /// What an expression gives for each element; the elements themselves when there is none.
  private List<Value> each(List<Value> elements, String name, @Nullable Expression expression) {
    return expression == null
        ? elements
        : elements.stream().map(element -> in.with(name, element).value(expression)).toList();
  }

  private Predicate<Value> holds(String name, Expression condition) {
    return element -> isTrue(in.with(name, element).value(condition));
  }
}
