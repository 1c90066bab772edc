package dev.millrace.optimiser;

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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells which expressions are total: have a value for every item of a schema, whatever it holds.
/// Immutable.
///
/// Sound, not complete: what is called total never fails; of what is not, much never does either.
/// An expression is total when every function in it has a result for all values of its operands'
/// types, and every operand is sure to have such a value. Not total are therefore:
/// - a function that wants a text, number, list and so on, of an operand of type `any`;
/// - whatever reads a text that may not be what it should be: numbers, dates, percent signs;
/// - arithmetic on numbers, since a sum of two numbers of 1,000 digits may have one digit too many;
/// - regular expressions, which may be too complex for a text.
///
/// @param schema the fields of the items
/// @param variables the types of variables bound outside; any other holds any value
public record Totality(Schema schema, Map<String, Type> variables) {

  /// The totality of expressions over items of a schema.
  public static Totality over(Schema schema) {
    return new Totality(schema, Map.of());
  }

  /// Whether an expression has a value for every item.
  public boolean isTotal(Expression expression) {
    return typeOf(expression) != null;
  }

  /// Whether an expression is true, false or null for every item.
  public boolean isTotalCondition(Expression expression) {
    return fits(BOOLEAN, expression);
  }

  /// Whether all of some expressions are total.
  public boolean areTotal(Iterable<? extends Expression> expressions) {
    for (Expression expression : expressions) {
      if (!isTotal(expression)) {
        return false;
      }
    }
    return true;
  }

  /// The type of an expression's values, null counting as of every type; null when the expression
  /// is not total.
  public @Nullable Type typeOf(Expression expression) {
    return switch (expression) {
      case BasicExpression basic -> basic(basic);
      case LogicExpression logic -> logic(logic);
      case TextExpression text -> text(text);
      case NumberExpression number -> number(number);
      case ConversionExpression conversion -> conversion(conversion);
      case CollectionExpression collection -> collection(collection);
      case ListExpression list -> fits(LIST, list.list()) ? ofElements(list) : null;
      case DateExpression _ -> null;
      case WebExpression web -> web(web);
      case TradeExpression trade -> trade(trade);
    };
  }

  private @Nullable Type basic(BasicExpression expression) {
    return switch (expression) {
      case Literal(var value) -> typeOf(value);
      case Field(var name) -> schema.typeOf(name);
      case Variable(var name) -> variables.getOrDefault(name, ANY);
      case Let(var name, var be, var in) -> {
        Type bound = typeOf(be);
        yield bound == null ? null : binding(name, bound).typeOf(in);
      }
      case If(var condition, var then, var otherwise) ->
          isTotalCondition(condition) ? common(List.of(then, otherwise)) : null;
      case Coalesce(var of) -> common(of);
    };
  }

  private @Nullable Type logic(LogicExpression expression) {
    return switch (expression) {
      case LogicExpression.And _, LogicExpression.Or _, LogicExpression.Not _ ->
          result(BOOLEAN, expression, BOOLEAN);
      case LogicExpression.Equal _,
          LogicExpression.NotEqual _,
          LogicExpression.Less _,
          LogicExpression.AtMost _,
          LogicExpression.Greater _,
          LogicExpression.AtLeast _,
          LogicExpression.IsNull _,
          LogicExpression.IsType _,
          LogicExpression.OneOf _ ->
          result(BOOLEAN, expression, ANY);
    };
  }

  private @Nullable Type text(TextExpression expression) {
    return switch (expression) {
      case TextExpression.Concat _ -> result(TEXT, expression, ANY);
      case TextExpression.Lower _,
          TextExpression.Upper _,
          TextExpression.CamelCase _,
          TextExpression.TitleCase _,
          TextExpression.KebabCase _,
          TextExpression.Trim _,
          TextExpression.Replace _,
          TextExpression.Substring _ ->
          result(TEXT, expression, TEXT);
      case TextExpression.Contains _,
          TextExpression.ContainsAny _,
          TextExpression.StartsWith _,
          TextExpression.EndsWith _ ->
          result(BOOLEAN, expression, TEXT);
      case TextExpression.Length _ -> result(NUMBER, expression, TEXT);
      case TextExpression.Split _ -> result(LIST, expression, TEXT);
      case TextExpression.Join _ -> result(TEXT, expression, LIST);
      case TextExpression.RegexReplace _,
          TextExpression.RegexMatches _,
          TextExpression.RegexExtract _,
          TextExpression.EditDistance _ ->
          null;
    };
  }

  private @Nullable Type number(NumberExpression expression) {
    return switch (expression) {
      case NumberExpression.Absolute _,
          NumberExpression.Negate _,
          NumberExpression.Smallest _,
          NumberExpression.Largest _ ->
          result(NUMBER, expression, NUMBER);
      case NumberExpression.Add _,
          NumberExpression.Subtract _,
          NumberExpression.Multiply _,
          NumberExpression.Divide _,
          NumberExpression.Remainder _,
          NumberExpression.Round _ ->
          null;
    };
  }

  private @Nullable Type conversion(ConversionExpression expression) {
    return switch (expression) {
      case ConversionExpression.ToText _,
          ConversionExpression.TypeOf _,
          ConversionExpression.Hash _ ->
          result(TEXT, expression, ANY);
      case ConversionExpression.FormatNumber _ -> result(TEXT, expression, NUMBER);
      case ConversionExpression.ParseNumber _,
          ConversionExpression.ParseBoolean _,
          ConversionExpression.FormatByPattern _ ->
          null;
    };
  }

  private @Nullable Type collection(CollectionExpression expression) {
    return switch (expression) {
      case CollectionExpression.ListOf _ -> result(LIST, expression, ANY);
      case CollectionExpression.MapOf _ -> result(MAP, expression, ANY);
      case CollectionExpression.ElementAt(var list, var index) ->
          fits(LIST, list) && isPlace(index) ? ANY : null;
      case CollectionExpression.Size(var of) -> {
        Type type = typeOf(of);
        yield type == LIST || type == MAP ? NUMBER : null;
      }
      case CollectionExpression.Get _ -> result(ANY, expression, MAP, TEXT);
      case CollectionExpression.Put _ -> result(MAP, expression, MAP, TEXT, ANY);
    };
  }

  private @Nullable Type ofElements(ListExpression expression) {
    Totality inside = binding(expression.variable(), ANY);
    return switch (expression) {
      case ListExpression.MapList(_, _, var to) -> inside.isTotal(to) ? LIST : null;
      case ListExpression.FilterList(_, _, var where) ->
          inside.isTotalCondition(where) ? LIST : null;
      case ListExpression.AnyOf(_, _, var where) -> inside.isTotalCondition(where) ? BOOLEAN : null;
      case ListExpression.AllOf(_, _, var where) -> inside.isTotalCondition(where) ? BOOLEAN : null;
      case ListExpression.SortList(_, _, var by, _) ->
          by == null || inside.isTotal(by) ? LIST : null;
      case ListExpression.DistinctList(_, _, var by) ->
          by == null || inside.isTotal(by) ? LIST : null;
    };
  }

  private @Nullable Type web(WebExpression expression) {
    return switch (expression) {
      case WebExpression.HtmlStrip _,
          WebExpression.HtmlUnescape _,
          WebExpression.UrlEncode _,
          WebExpression.Slug _ ->
          result(TEXT, expression, TEXT);
      case WebExpression.UrlDecode _ -> null;
    };
  }

  private @Nullable Type trade(TradeExpression expression) {
    return switch (expression) {
      case TradeExpression.IsGtin _ -> result(BOOLEAN, expression, TEXT);
      case TradeExpression.GtinCheckDigit _, TradeExpression.ConvertCurrency _ -> null;
    };
  }

  /// The type of a function that has a result for all operands of some types, the last of which
  /// serves all operands that follow.
  private @Nullable Type result(Type type, Expression expression, Type... wanted) {
    List<Construct.Child> operands = Construct.children(expression);
    for (int i = 0; i < operands.size(); i++) {
      if (!fits(wanted[Math.min(i, wanted.length - 1)], operands.get(i).expression())) {
        return null;
      }
    }
    return type;
  }

  /// Whether an expression is total and its values are null or of a type.
  private boolean fits(Type wanted, Expression expression) {
    Type type = typeOf(expression);
    return type != null && (type == wanted || wanted == ANY || isNull(expression));
  }

  private @Nullable Type common(List<Expression> candidates) {
    Type common = null;
    for (Expression candidate : candidates) {
      Type type = typeOf(candidate);
      if (type == null) {
        return null;
      }
      if (!isNull(candidate)) {
        common = common == null ? type : common.or(type);
      }
    }
    return common == null ? ANY : common;
  }

  private Totality binding(String name, Type type) {
    var inner = new HashMap<>(variables);
    inner.put(name, type);
    return new Totality(schema, inner);
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Literal(var value) && value.isNull();
  }

  /// Whether an expression is a constant whole number within the range of int.
  private static boolean isPlace(Expression expression) {
    if (!(expression instanceof Literal(Decimal number))) {
      return false;
    }
    BigDecimal exact = number.toBigDecimal();
    return exact.stripTrailingZeros().scale() <= 0 && exact.toBigInteger().bitLength() < 32;
  }

  private static Type typeOf(Value value) {
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
