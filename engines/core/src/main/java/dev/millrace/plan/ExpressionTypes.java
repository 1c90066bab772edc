package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.MAP;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

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
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
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
import org.jspecify.annotations.Nullable;

/// The type rules of expressions, one line each: what an expression asks of its operands, and the
/// type it gives. Those of whole families stand in classes of their own.
final class ExpressionTypes {
  private final Schema schema;
  private final Map<String, Type> variables;
  private final Problems problems;

  ExpressionTypes(Schema schema, Map<String, Type> variables, Problems problems) {
    this.schema = schema;
    this.variables = variables;
    this.problems = problems;
  }

  /// The type of an expression; problems are collected, not thrown.
  Type of(Expression expression, String path) {
    return switch (expression) {
      case BasicExpression basic -> basic(basic, path);
      case LogicExpression logic -> logic(logic, path);
      case TextExpression text -> new TextTypes(this).text(text, path);
      case NumberExpression number -> new NumberTypes(this).number(number, path);
      case ConversionExpression conversion -> new TextTypes(this).conversion(conversion, path);
      case CollectionExpression collection ->
          new CollectionTypes(this).collection(collection, path);
      case ListExpression list -> new CollectionTypes(this).list(list, path);
      case DateExpression date -> new NumberTypes(this).date(date, path);
      case WebExpression web -> new TextTypes(this).web(web, path);
      case TradeExpression trade -> new NumberTypes(this).trade(trade, path);
    };
  }

  /// The type of an expression that stands where `wanted` is asked for.
  Type expect(Type wanted, Expression expression, String path) {
    Type type = of(expression, path);
    if (!type.mayBe(wanted)) {
      problems.add(path, "wants " + wanted + ", but this is " + type);
    }
    return type;
  }

  private Type basic(BasicExpression expression, String path) {
    return switch (expression) {
      case Literal(var value) -> of(value);
      case Field(var name) -> field(name, path);
      case Let(var name, var be, var in) ->
          binding(name, of(be, path + ".be")).of(in, path + ".in");
      case Variable(var name) -> variable(name, path);
      case If(var condition, var then, var otherwise) -> {
        expect(BOOLEAN, condition, path + ".if");
        yield either(then, of(then, path + ".then"), otherwise, of(otherwise, path + ".else"));
      }
      case Coalesce(var of) -> common(expression, of, path);
    };
  }

  private Type logic(LogicExpression expression, String path) {
    return switch (expression) {
      case LogicExpression.And _, LogicExpression.Or _, LogicExpression.Not _ ->
          takes(BOOLEAN, expression, path, BOOLEAN);
      case LogicExpression.Equal _,
          LogicExpression.NotEqual _,
          LogicExpression.Less _,
          LogicExpression.AtMost _,
          LogicExpression.Greater _,
          LogicExpression.AtLeast _ ->
          comparison(expression, path);
      case LogicExpression.IsNull _, LogicExpression.IsType _, LogicExpression.OneOf _ ->
          takes(BOOLEAN, expression, path, ANY);
    };
  }

  /// Checks the operands in order against the wanted types, the last of which serves all that
  /// follow.
  Type takes(Type result, Expression expression, String path, Type... wanted) {
    List<Construct.Child> children = Construct.children(expression);
    for (int i = 0; i < children.size(); i++) {
      Construct.Child child = children.get(i);
      expect(wanted[Math.min(i, wanted.length - 1)], child.expression(), path + child.path());
    }
    return result;
  }

  private Type comparison(Expression expression, String path) {
    List<Construct.Child> sides = Construct.children(expression);
    Type leftType = of(sides.getFirst().expression(), path + sides.getFirst().path());
    Type rightType = of(sides.getLast().expression(), path + sides.getLast().path());
    check(leftType.mayBe(rightType), path, "compares " + leftType + " with " + rightType);
    return BOOLEAN;
  }

  private Type common(Expression expression, List<Expression> operands, String path) {
    check(!operands.isEmpty(), path, "wants at least one operand");
    Type common = null;
    for (Construct.Child child : Construct.children(expression)) {
      Type type = of(child.expression(), path + child.path());
      if (!isNull(child.expression())) {
        common = common == null ? type : common.or(type);
      }
    }
    return common == null ? ANY : common;
  }

  private static Type either(Expression left, Type leftType, Expression right, Type rightType) {
    return isNull(left) ? rightType : isNull(right) ? leftType : leftType.or(rightType);
  }

  /// The rules where a variable stands for a value of a type, too.
  ExpressionTypes binding(String name, Type type) {
    var inner = new HashMap<>(variables);
    inner.put(name, type);
    return new ExpressionTypes(schema, inner, problems);
  }

  private Type field(String name, String path) {
    Type type = schema.typeOf(name);
    if (type == null) {
      problems.addUnknown(path, "field", name, "in the feed", schema.names());
      return ANY;
    }
    return type;
  }

  private Type variable(String name, String path) {
    Type type = variables.get(name);
    if (type == null) {
      problems.addUnknown(path, "variable", name, "bound here", variables.keySet());
      return ANY;
    }
    return type;
  }

  /// Checks that a count of decimals is one that numbers can have.
  static void checkScale(@Nullable Integer scale, String path, Problems problems) {
    if (scale != null && Math.abs(scale) > Decimal.MAX_DIGITS) {
      problems.add(path + ".scale", "wants at most " + Decimal.MAX_DIGITS + " decimals");
    }
  }

  /// Checks that a count of decimals is one that numbers can have.
  void checkScale(@Nullable Integer scale, String path) {
    checkScale(scale, path, problems);
  }

  /// The problems found so far, to add to.
  Problems problems() {
    return problems;
  }

  /// Adds a problem unless something holds.
  void check(boolean holds, String path, String problem) {
    if (!holds) {
      problems.add(path, problem);
    }
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Literal(var value) && value.isNull();
  }

  /// The type of a constant.
  static Type of(Value value) {
    return switch (value) {
      case Null _ -> ANY;
      case Bool _ -> BOOLEAN;
      case Decimal _ -> NUMBER;
      case Text _ -> TEXT;
      case ListValue _ -> LIST;
      case MapValue _ -> MAP;
    };
  }
}
