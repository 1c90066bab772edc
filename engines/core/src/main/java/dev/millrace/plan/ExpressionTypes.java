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
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
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
/// type it gives.
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
      case TextExpression text -> text(text, path);
      case NumberExpression number -> number(number, path);
      case ConversionExpression conversion -> conversion(conversion, path);
      case CollectionExpression collection -> collection(collection, path);
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
      case LogicExpression.IsNull _, LogicExpression.OneOf _ ->
          takes(BOOLEAN, expression, path, ANY);
    };
  }

  private Type text(TextExpression expression, String path) {
    return switch (expression) {
      case TextExpression.Concat _ -> takes(TEXT, expression, path, ANY);
      case TextExpression.Lower _,
          TextExpression.Upper _,
          TextExpression.CamelCase _,
          TextExpression.TitleCase _,
          TextExpression.KebabCase _,
          TextExpression.Trim _,
          TextExpression.Replace _ ->
          takes(TEXT, expression, path, TEXT);
      case TextExpression.RegexReplace(_, var pattern, var with) -> {
        PatternRules.checkReplacement(pattern, with, path, problems);
        yield takes(TEXT, expression, path, TEXT);
      }
      case TextExpression.RegexMatches(_, var pattern) -> {
        PatternRules.checkPattern(pattern, path, problems);
        yield takes(BOOLEAN, expression, path, TEXT);
      }
      case TextExpression.Contains _,
          TextExpression.ContainsAny _,
          TextExpression.StartsWith _,
          TextExpression.EndsWith _ ->
          takes(BOOLEAN, expression, path, TEXT);
      case TextExpression.Length _ -> takes(NUMBER, expression, path, TEXT);
      case TextExpression.Substring(_, _, var count) -> {
        check(count == null || count >= 0, path + ".count", "wants a count that is not negative");
        yield takes(TEXT, expression, path, TEXT);
      }
      case TextExpression.Split(_, var separator) -> {
        check(!separator.isEmpty(), path + ".separator", "wants a separator that is not empty");
        yield takes(LIST, expression, path, TEXT);
      }
      case TextExpression.Join _ -> takes(TEXT, expression, path, LIST);
    };
  }

  private Type number(NumberExpression expression, String path) {
    return switch (expression) {
      case NumberExpression.Add(var of) -> sequence(of, expression, path);
      case NumberExpression.Multiply(var of) -> sequence(of, expression, path);
      case NumberExpression.Smallest(var of) -> sequence(of, expression, path);
      case NumberExpression.Largest(var of) -> sequence(of, expression, path);
      case NumberExpression.Divide(_, _, var scale, _) -> rounded(scale, expression, path);
      case NumberExpression.Round(_, var scale, _) -> rounded(scale, expression, path);
      case NumberExpression.Subtract _,
          NumberExpression.Remainder _,
          NumberExpression.Absolute _,
          NumberExpression.Negate _ ->
          takes(NUMBER, expression, path, NUMBER);
    };
  }

  private Type conversion(ConversionExpression expression, String path) {
    return switch (expression) {
      case ConversionExpression.ParseNumber(_, var decimal) -> {
        checkDecimalSign(decimal, path);
        yield takes(NUMBER, expression, path, TEXT);
      }
      case ConversionExpression.FormatNumber(_, int scale, var decimal) -> {
        checkDecimalSign(decimal, path);
        check(scale >= 0, path + ".scale", "wants a scale that is not negative");
        checkScale(scale, path, problems);
        yield takes(TEXT, expression, path, NUMBER);
      }
      case ConversionExpression.ParseBoolean _ -> takes(BOOLEAN, expression, path, TEXT);
      case ConversionExpression.ToText _, ConversionExpression.Hash _ ->
          takes(TEXT, expression, path, ANY);
    };
  }

  private Type collection(CollectionExpression expression, String path) {
    return switch (expression) {
      case CollectionExpression.ListOf _ -> takes(LIST, expression, path, ANY);
      case CollectionExpression.MapOf _ -> takes(MAP, expression, path, ANY);
      case CollectionExpression.ElementAt _ -> takes(ANY, expression, path, LIST, NUMBER);
      case CollectionExpression.Size(var of) -> {
        Type type = of(of, path + ".size");
        boolean fits = type.mayBe(LIST) || type.mayBe(MAP);
        check(fits, path + ".size", "wants list or map, but this is " + type);
        yield NUMBER;
      }
      case CollectionExpression.Get _ -> takes(ANY, expression, path, MAP, TEXT);
      case CollectionExpression.Put _ -> takes(MAP, expression, path, MAP, TEXT, ANY);
    };
  }

  /// Checks the operands in order against the wanted types, the last of which serves all that
  /// follow.
  private Type takes(Type result, Expression expression, String path, Type... wanted) {
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

  private Type sequence(List<Expression> operands, Expression expression, String path) {
    check(!operands.isEmpty(), path, "wants at least one operand");
    return takes(NUMBER, expression, path, NUMBER);
  }

  private Type rounded(@Nullable Integer scale, Expression expression, String path) {
    checkScale(scale, path, problems);
    return takes(NUMBER, expression, path, NUMBER);
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

  private ExpressionTypes binding(String name, Type type) {
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

  private void checkDecimalSign(@Nullable String sign, String path) {
    boolean known = sign == null || sign.equals(".") || sign.equals(",");
    check(known, path + ".decimal", "wants \".\" or \",\", not \"" + sign + "\"");
  }

  /// Checks that a count of decimals is one that numbers can have.
  static void checkScale(@Nullable Integer scale, String path, Problems problems) {
    if (scale != null && Math.abs(scale) > Decimal.MAX_DIGITS) {
      problems.add(path + ".scale", "wants at most " + Decimal.MAX_DIGITS + " decimals");
    }
  }

  private void check(boolean holds, String path, String problem) {
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
