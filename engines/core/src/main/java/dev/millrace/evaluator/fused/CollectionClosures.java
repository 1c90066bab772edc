package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.binary;
import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.index;
import static dev.millrace.function.Require.list;
import static dev.millrace.function.Require.map;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.CollectionExpression.ElementAt;
import dev.millrace.expression.CollectionExpression.Get;
import dev.millrace.expression.CollectionExpression.ListOf;
import dev.millrace.expression.CollectionExpression.MapOf;
import dev.millrace.expression.CollectionExpression.Put;
import dev.millrace.expression.CollectionExpression.Size;
import dev.millrace.expression.Expression;
import dev.millrace.function.Collections;
import dev.millrace.function.EvaluationException;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// Closures of expressions over lists and maps.
///
/// @param closures makes the closures of operands
record CollectionClosures(Closures closures) {
  Closure of(CollectionExpression self) {
    return switch (self) {
      case ListOf(var of) -> listOf(closures.all(of));
      case MapOf(var of) -> mapOf(of);
      case ElementAt(var l, var place) ->
          binary(
              self,
              closures.of(l),
              closures.of(place),
              (a, b) -> Collections.elementAt(list(a), index(b)));
      case Size(var of) -> unary(self, closures.of(of), v -> Decimal.of(Collections.size(v)));
      case Get(var m, var key) ->
          binary(self, closures.of(m), closures.of(key), (a, b) -> map(a).get(text(b)));
      case Put put -> put(put);
    };
  }

  private static Closure listOf(Closure[] operands) {
    return (item, variables) -> {
      var elements = new ArrayList<Value>(operands.length);
      for (Closure operand : operands) {
        elements.add(operand.of(item, variables));
      }
      return new ListValue(elements);
    };
  }

  private Closure mapOf(Map<String, Expression> of) {
    var operands = new TreeMap<String, Closure>();
    of.forEach((key, value) -> operands.put(key, closures.of(value)));
    return (item, variables) -> {
      var entries = new TreeMap<String, Value>();
      operands.forEach((key, operand) -> entries.put(key, operand.of(item, variables)));
      return MapValue.of(entries);
    };
  }

  private Closure put(Put self) {
    Closure map = closures.of(self.map());
    Closure key = closures.of(self.key());
    Closure value = closures.of(self.value());
    return (item, variables) -> {
      Value into = map.of(item, variables);
      Value under = key.of(item, variables);
      Value put = value.of(item, variables);
      if (into.isNull() || under.isNull()) {
        return Null.NULL;
      }
      try {
        return map(into).put(text(under), put);
      } catch (EvaluationException failed) {
        throw failed.at(self);
      }
    };
  }
}
