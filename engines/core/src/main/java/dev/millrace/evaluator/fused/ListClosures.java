package dev.millrace.evaluator.fused;

import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.ListExpression.AllOf;
import dev.millrace.expression.ListExpression.AnyOf;
import dev.millrace.expression.ListExpression.DistinctList;
import dev.millrace.expression.ListExpression.FilterList;
import dev.millrace.expression.ListExpression.MapList;
import dev.millrace.expression.ListExpression.SortList;
import dev.millrace.function.Collections;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.value.Bool;
import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closures of expressions that look at the elements of a list. The variable for an element has the
/// depth at which they stand.
///
/// @param closures makes the closures of operands
record ListClosures(Closures closures) {
  /// What is made of the elements of a list and of what was evaluated for each.
  @FunctionalInterface
  private interface Finish {
    /// The result.
    Value of(List<Value> elements, List<Value> results);
  }

  Closure of(ListExpression self) {
    return switch (self) {
      case MapList(_, _, var to) -> each(self, to, (_, results) -> new ListValue(results));
      case FilterList(_, _, var where) -> filter(self, where);
      case AnyOf(_, _, var where) -> until(true, self, where);
      case AllOf(_, _, var where) -> until(false, self, where);
      case SortList(_, _, var by, var order) ->
          each(self, by, (elements, keys) -> Collections.sort(elements, keys, order));
      case DistinctList(_, _, var by) -> each(self, by, Collections::distinct);
    };
  }

  private Closures inside(ListExpression self) {
    return closures.binding(self.variable());
  }

  private Closure each(ListExpression self, @Nullable Expression expression, Finish finish) {
    int depth = closures.depth();
    Closure itself = (_, variables) -> variables[depth];
    return each(self, expression == null ? itself : inside(self).of(expression), finish);
  }

  private Closure filter(ListExpression self, Expression where) {
    Closures.Test test = inside(self).test(where, self);
    Closure holds = (item, variables) -> Bool.of(test.holds(item, variables));
    return each(self, holds, ListClosures::kept);
  }

  private static ListValue kept(List<Value> elements, List<Value> holds) {
    var kept = new ArrayList<Value>();
    for (int i = 0; i < elements.size(); i++) {
      if (holds.get(i).equals(Bool.TRUE)) {
        kept.add(elements.get(i));
      }
    }
    return new ListValue(kept);
  }

  private Closure each(ListExpression self, Closure evaluated, Finish finish) {
    Closure operand = closures.of(self.list());
    int depth = closures.depth();
    return (item, variables) -> {
      Value list = operand.of(item, variables);
      if (list.isNull()) {
        return Null.NULL;
      }
      List<Value> elements = elements(list, self);
      var results = new ArrayList<Value>(elements.size());
      for (Value element : elements) {
        variables[depth] = element;
        results.add(evaluated.of(item, variables));
      }
      return finish.of(elements, results);
    };
  }

  /// `wanted` as soon as the condition comes out so for an element, the opposite when it never
  /// does.
  private Closure until(boolean wanted, ListExpression self, Expression where) {
    Closures.Test test = inside(self).test(where, self);
    Closure operand = closures.of(self.list());
    int depth = closures.depth();
    return (item, variables) -> {
      Value list = operand.of(item, variables);
      if (list.isNull()) {
        return Null.NULL;
      }
      for (Value element : elements(list, self)) {
        variables[depth] = element;
        if (test.holds(item, variables) == wanted) {
          return Bool.of(wanted);
        }
      }
      return Bool.of(!wanted);
    };
  }

  private static List<Value> elements(Value list, ListExpression self) {
    try {
      return Require.list(list).elements();
    } catch (EvaluationException failed) {
      throw failed.at(self);
    }
  }
}
