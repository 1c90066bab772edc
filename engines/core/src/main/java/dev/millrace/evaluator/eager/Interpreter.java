package dev.millrace.evaluator.eager;

import static dev.millrace.function.Require.isTrue;
import static dev.millrace.function.Require.map;
import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.Construct;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Texts;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Interprets expressions over one item, straight from their descriptions.
///
/// @param schema the item's schema
/// @param item the item
/// @param variables the values of the variables
record Interpreter(Schema schema, Item item, Map<String, Value> variables) {

  /// The value of an expression.
  ///
  /// @throws EvaluationException if it has none
  Value value(Expression expression) {
    try {
      return switch (expression) {
        case BasicExpression basic -> basic(basic);
        case LogicExpression logic -> logic(logic);
        case TextExpression.Concat(var of) -> concat(of);
        case NumberExpression.Smallest(var of) -> extreme(values(of), -1);
        case NumberExpression.Largest(var of) -> extreme(values(of), 1);
        case CollectionExpression.ListOf(var of) -> new ListValue(values(of));
        case CollectionExpression.MapOf(var of) -> mapOf(of);
        case CollectionExpression.Put put -> put(put);
        case TextExpression _, NumberExpression _, ConversionExpression _, CollectionExpression _ ->
            strict(expression);
      };
    } catch (EvaluationException failed) {
      throw failed.at(expression);
    }
  }

  private List<Value> values(List<Expression> expressions) {
    return expressions.stream().map(this::value).toList();
  }

  private Value basic(BasicExpression expression) {
    return switch (expression) {
      case BasicExpression.Literal(var value) -> value;
      case BasicExpression.Field(var name) -> item.get(schema.indexOf(name));
      case BasicExpression.Let(var name, var be, var in) -> with(name, value(be)).value(in);
      case BasicExpression.Variable(var name) -> variables.getOrDefault(name, Null.NULL);
      case BasicExpression.If(var condition, var then, var otherwise) ->
          isTrue(value(condition)) ? value(then) : value(otherwise);
      case BasicExpression.Coalesce(var of) -> coalesce(of);
    };
  }

  private Interpreter with(String name, Value value) {
    var inner = new HashMap<>(variables);
    inner.put(name, value);
    return new Interpreter(schema, item, inner);
  }

  private Value coalesce(List<Expression> of) {
    for (Expression candidate : of) {
      Value value = value(candidate);
      if (!value.isNull()) {
        return value;
      }
    }
    return Null.NULL;
  }

  private Value logic(LogicExpression expression) {
    return switch (expression) {
      case LogicExpression.And(var of) -> Bool.of(of.stream().allMatch(e -> isTrue(value(e))));
      case LogicExpression.Or(var of) -> Bool.of(of.stream().anyMatch(e -> isTrue(value(e))));
      case LogicExpression.Not(var of) -> Bool.of(!isTrue(value(of)));
      case LogicExpression.Equal(var left, var to) -> Bool.of(value(left).equals(value(to)));
      case LogicExpression.NotEqual(var left, var to) -> Bool.of(!value(left).equals(value(to)));
      case LogicExpression.IsNull(var of) -> Bool.of(value(of).isNull());
      case LogicExpression.Less _,
          LogicExpression.AtMost _,
          LogicExpression.Greater _,
          LogicExpression.AtLeast _,
          LogicExpression.OneOf _ ->
          strict(expression);
    };
  }

  private Text concat(List<Expression> of) {
    var out = new StringBuilder();
    for (Value value : values(of)) {
      out.append(value.isNull() ? "" : Texts.toText(value));
    }
    return Text.of(out.toString());
  }

  private static Value extreme(List<Value> values, int sign) {
    Value best = Null.NULL;
    for (Value value : values) {
      if (!value.isNull()) {
        Decimal number = number(value);
        best = best.isNull() || number.compareTo(best) * sign > 0 ? number : best;
      }
    }
    return best;
  }

  private MapValue mapOf(Map<String, Expression> of) {
    var entries = new HashMap<String, Value>();
    for (String key : of.keySet().stream().sorted().toList()) {
      entries.put(key, value(Objects.requireNonNull(of.get(key))));
    }
    return MapValue.of(entries);
  }

  private Value put(CollectionExpression.Put put) {
    Value map = value(put.map());
    Value key = value(put.key());
    Value value = value(put.value());
    return map.isNull() || key.isNull() ? Null.NULL : map(map).put(text(key), value);
  }

  /// The value of an expression that is null where an operand is.
  private Value strict(Expression expression) {
    List<Value> operands =
        Construct.children(expression).stream().map(child -> value(child.expression())).toList();
    return operands.stream().anyMatch(Value::isNull)
        ? Null.NULL
        : Operations.apply(expression, operands);
  }
}
