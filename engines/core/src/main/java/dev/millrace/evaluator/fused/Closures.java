package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.binary;

import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.Construct;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.DateExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.AtLeast;
import dev.millrace.expression.LogicExpression.AtMost;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.Greater;
import dev.millrace.expression.LogicExpression.IsNull;
import dev.millrace.expression.LogicExpression.IsType;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.LogicExpression.OneOf;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.ValueKind;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.function.EvaluationException;
import dev.millrace.function.Require;
import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Makes closures of expressions: fields become places, variables become depths, patterns are
/// compiled once.
final class Closures {
  private final Schema schema;
  private final List<String> variables;

  /// Makes closures over items of a schema.
  ///
  /// @param variables the variables bound outside, outermost first
  Closures(Schema schema, List<String> variables) {
    this.schema = schema;
    this.variables = variables;
  }

  /// How many variables an expression has alive at once, those bound outside included.
  static int depth(Expression expression) {
    int inside = 0;
    for (Construct.Child child : Construct.children(expression)) {
      inside = Math.max(inside, depth(child.expression()));
    }
    boolean binds = expression instanceof Let || expression instanceof ListExpression;
    return inside + (binds ? 1 : 0);
  }

  /// The closure of an expression.
  Closure of(Expression expression) {
    return switch (expression) {
      case BasicExpression basic -> basic(basic);
      case LogicExpression logic -> logic(logic);
      case TextExpression text -> new TextClosures(this).of(text);
      case NumberExpression number -> new NumberClosures(this).of(number);
      case ConversionExpression conversion -> new ConversionClosures(this).of(conversion);
      case CollectionExpression collection -> new CollectionClosures(this).of(collection);
      case ListExpression list -> new ListClosures(this).of(list);
      case DateExpression date -> new DateClosures(this).of(date);
      case WebExpression web -> new WebClosures(this).of(web);
      case TradeExpression trade -> new TradeClosures(this).of(trade);
    };
  }

  /// The closures of some expressions.
  Closure[] all(List<Expression> expressions) {
    return expressions.stream().map(this::of).toArray(Closure[]::new);
  }

  private Closure basic(BasicExpression expression) {
    return switch (expression) {
      case Literal(var value) -> (_, _) -> value;
      case Field(var name) -> {
        int place = schema.indexOf(name);
        yield (item, _) -> item.get(place);
      }
      case Let(var name, var be, var in) -> let(name, of(be), in);
      case Variable(var name) -> {
        int depth = variables.lastIndexOf(name);
        yield (_, values) -> values[depth];
      }
      case If(var condition, var then, var otherwise) ->
          choice(test(condition, expression), of(then), of(otherwise));
      case Coalesce(var of) -> coalesce(all(of));
    };
  }

  private Closure let(String name, Closure be, Expression in) {
    int depth = depth();
    Closure body = binding(name).of(in);
    return (item, values) -> {
      values[depth] = be.of(item, values);
      return body.of(item, values);
    };
  }

  /// Makes closures where one variable more is bound, at this depth.
  Closures binding(String name) {
    var inner = new ArrayList<>(variables);
    inner.add(name);
    return new Closures(schema, inner);
  }

  /// How many variables are bound outside.
  int depth() {
    return variables.size();
  }

  private static Closure choice(Test condition, Closure then, Closure otherwise) {
    return (item, values) ->
        condition.holds(item, values) ? then.of(item, values) : otherwise.of(item, values);
  }

  private static Closure coalesce(Closure[] candidates) {
    return (item, values) -> {
      for (Closure candidate : candidates) {
        Value value = candidate.of(item, values);
        if (!value.isNull()) {
          return value;
        }
      }
      return Null.NULL;
    };
  }

  private Closure logic(LogicExpression expression) {
    return switch (expression) {
      case And(var of) -> and(tests(of, expression));
      case Or(var of) -> or(tests(of, expression));
      case Not(var of) -> {
        Test test = test(of, expression);
        yield (item, values) -> Bool.of(!test.holds(item, values));
      }
      case Equal(var left, var to) -> equal(of(left), of(to), true);
      case NotEqual(var left, var to) -> equal(of(left), of(to), false);
      case Less(var left, var than) -> order(expression, left, than, sign -> sign < 0);
      case AtMost(var left, var limit) -> order(expression, left, limit, sign -> sign <= 0);
      case Greater(var left, var than) -> order(expression, left, than, sign -> sign > 0);
      case AtLeast(var left, var limit) -> order(expression, left, limit, sign -> sign >= 0);
      case IsNull(var of) -> {
        Closure operand = of(of);
        yield (item, values) -> Bool.of(operand.of(item, values).isNull());
      }
      case IsType(var of, var type) -> {
        Closure operand = of(of);
        yield (item, values) -> Bool.of(ValueKind.of(operand.of(item, values)) == type);
      }
      case OneOf(var of, var constants) -> {
        Set<Value> set = new HashSet<>(constants);
        yield Strict.unary(expression, of(of), value -> Bool.of(set.contains(value)));
      }
    };
  }

  /// The closure of a condition, where null counts as false.
  ///
  /// @param self the expression or action that the condition belongs to, null for an action
  Test test(Expression condition, @Nullable Expression self) {
    Closure closure = of(condition);
    return (item, values) -> {
      Value value = closure.of(item, values);
      try {
        return Require.isTrue(value);
      } catch (EvaluationException failed) {
        throw self == null ? failed : failed.at(self);
      }
    };
  }

  private Test[] tests(List<Expression> conditions, Expression self) {
    return conditions.stream().map(condition -> test(condition, self)).toArray(Test[]::new);
  }

  private static Closure and(Test[] tests) {
    return (item, values) -> {
      for (Test test : tests) {
        if (!test.holds(item, values)) {
          return Bool.FALSE;
        }
      }
      return Bool.TRUE;
    };
  }

  private static Closure or(Test[] tests) {
    return (item, values) -> {
      for (Test test : tests) {
        if (test.holds(item, values)) {
          return Bool.TRUE;
        }
      }
      return Bool.FALSE;
    };
  }

  private static Closure equal(Closure left, Closure right, boolean wanted) {
    return (item, values) ->
        Bool.of(left.of(item, values).equals(right.of(item, values)) == wanted);
  }

  private Closure order(Expression self, Expression left, Expression right, IntPredicate holds) {
    return binary(self, of(left), of(right), (a, b) -> Bool.of(holds.test(a.compareTo(b))));
  }

  /// A condition, null counting as false.
  @FunctionalInterface
  interface Test {
    /// Whether it is true for an item.
    boolean holds(Item item, Value[] variables);
  }
}
