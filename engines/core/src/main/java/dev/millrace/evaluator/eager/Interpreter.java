package dev.millrace.evaluator.eager;

import static dev.millrace.function.Require.isTrue;

import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.DateExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.ValueKind;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
        case TextExpression text -> new Operations(this).onText(text);
        case NumberExpression number -> new Operations(this).onNumber(number);
        case ConversionExpression conversion -> new Operations(this).onConversion(conversion);
        case CollectionExpression collection -> new Operations(this).onCollection(collection);
        case ListExpression list -> new ListOperations(this).on(list);
        case DateExpression date -> new DomainOperations(this).onDate(date);
        case WebExpression web -> new DomainOperations(this).onWeb(web);
        case TradeExpression trade -> new DomainOperations(this).onTrade(trade);
      };
    } catch (EvaluationException failed) {
      throw failed.at(expression);
    }
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

  /// An interpreter for which a variable stands for a value, too.
  Interpreter with(String name, Value value) {
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
      case LogicExpression.IsType(var of, var type) -> Bool.of(ValueKind.of(value(of)) == type);
      case LogicExpression.Less(var left, var than) ->
          strict(left, than, (a, b) -> Bool.of(a.compareTo(b) < 0));
      case LogicExpression.AtMost(var left, var limit) ->
          strict(left, limit, (a, b) -> Bool.of(a.compareTo(b) <= 0));
      case LogicExpression.Greater(var left, var than) ->
          strict(left, than, (a, b) -> Bool.of(a.compareTo(b) > 0));
      case LogicExpression.AtLeast(var left, var limit) ->
          strict(left, limit, (a, b) -> Bool.of(a.compareTo(b) >= 0));
      case LogicExpression.OneOf(var of, var constants) ->
          strict(of, a -> Bool.of(constants.contains(a)));
    };
  }

  /// The values of some expressions, evaluated from left to right.
  List<Value> values(List<Expression> expressions) {
    return expressions.stream().map(this::value).toList();
  }

  /// A function of a value, null where the value is.
  Value strict(Expression operand, UnaryOperator<Value> function) {
    Value value = value(operand);
    return value.isNull() ? Null.NULL : function.apply(value);
  }

  /// A function of two values, null where one of them is.
  Value strict(Expression left, Expression right, BinaryOperator<Value> function) {
    Value a = value(left);
    Value b = value(right);
    return a.isNull() || b.isNull() ? Null.NULL : function.apply(a, b);
  }

  /// A function of values, null where one of them is.
  Value strict(List<Expression> operands, Function<List<Value>, Value> function) {
    List<Value> values = values(operands);
    return values.stream().anyMatch(Value::isNull) ? Null.NULL : function.apply(values);
  }
}
