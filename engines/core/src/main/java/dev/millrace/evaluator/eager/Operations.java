package dev.millrace.evaluator.eager;

import static dev.millrace.function.Require.index;
import static dev.millrace.function.Require.list;
import static dev.millrace.function.Require.map;
import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.function.Booleans;
import dev.millrace.function.Collections;
import dev.millrace.function.Hashes;
import dev.millrace.function.Numbers;
import dev.millrace.function.Texts;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.List;
import java.util.regex.Pattern;

/// Applies the operation of an expression to the values of its operands, none of them null.
final class Operations {
  private Operations() {}

  /// The result of an expression's operation.
  static Value apply(Expression expression, List<Value> operands) {
    Value a = operands.getFirst();
    Value b = operands.getLast();
    return switch (expression) {
      case LogicExpression logic -> compare(logic, a, b);
      case TextExpression text -> onText(text, operands);
      case NumberExpression number -> onNumbers(number, operands);
      case ConversionExpression conversion -> convert(conversion, a);
      case CollectionExpression.ElementAt _ -> Collections.elementAt(list(a), index(b));
      case CollectionExpression.Size _ -> Decimal.of(Collections.size(a));
      case CollectionExpression.Get _ -> map(a).get(text(b));
      case BasicExpression _, CollectionExpression _ -> throw new AssertionError(expression);
    };
  }

  private static Value compare(LogicExpression expression, Value a, Value b) {
    return switch (expression) {
      case LogicExpression.Less _ -> Bool.of(a.compareTo(b) < 0);
      case LogicExpression.AtMost _ -> Bool.of(a.compareTo(b) <= 0);
      case LogicExpression.Greater _ -> Bool.of(a.compareTo(b) > 0);
      case LogicExpression.AtLeast _ -> Bool.of(a.compareTo(b) >= 0);
      case LogicExpression.OneOf(_, var constants) -> Bool.of(constants.contains(a));
      case LogicExpression.And _,
          LogicExpression.Or _,
          LogicExpression.Not _,
          LogicExpression.Equal _,
          LogicExpression.NotEqual _,
          LogicExpression.IsNull _ ->
          throw new AssertionError(expression);
    };
  }

  private static Value onText(TextExpression expression, List<Value> operands) {
    Value a = operands.getFirst();
    Value b = operands.getLast();
    return switch (expression) {
      case TextExpression.Concat _ -> throw new AssertionError(expression);
      case TextExpression.Lower _ -> Text.of(Texts.lower(text(a)));
      case TextExpression.Upper _ -> Text.of(Texts.upper(text(a)));
      case TextExpression.CamelCase _ -> Text.of(Texts.camelCase(text(a)));
      case TextExpression.TitleCase _ -> Text.of(Texts.titleCase(text(a)));
      case TextExpression.KebabCase _ -> Text.of(Texts.kebabCase(text(a)));
      case TextExpression.Trim _ -> Text.of(Texts.trim(text(a)));
      case TextExpression.Replace _ ->
          Text.of(Texts.replace(text(a), text(operands.get(1)), text(b)));
      case TextExpression.RegexReplace(_, var pattern, var with) ->
          Text.of(Texts.regexReplace(text(a), Pattern.compile(pattern), with));
      case TextExpression.RegexMatches(_, var pattern) ->
          Bool.of(Texts.regexMatches(text(a), Pattern.compile(pattern)));
      case TextExpression.Contains _ -> Bool.of(text(a).contains(text(b)));
      case TextExpression.ContainsAny(_, var needles) -> {
        String text = text(a);
        yield Bool.of(needles.stream().anyMatch(text::contains));
      }
      case TextExpression.StartsWith _ -> Bool.of(text(a).startsWith(text(b)));
      case TextExpression.EndsWith _ -> Bool.of(text(a).endsWith(text(b)));
      case TextExpression.Length _ -> Decimal.of(Texts.length(text(a)));
      case TextExpression.Substring(_, int from, var count) ->
          Text.of(Texts.substring(text(a), from, count));
      case TextExpression.Split(_, var separator) -> Texts.split(text(a), separator);
      case TextExpression.Join(_, var separator) -> Text.of(Texts.join(list(a), separator));
    };
  }

  private static Value onNumbers(NumberExpression expression, List<Value> operands) {
    Value a = operands.getFirst();
    Value b = operands.getLast();
    return switch (expression) {
      case NumberExpression.Add _ ->
          number(operands.stream().reduce((x, y) -> Numbers.add(number(x), number(y))).orElse(a));
      case NumberExpression.Multiply _ ->
          number(
              operands.stream().reduce((x, y) -> Numbers.multiply(number(x), number(y))).orElse(a));
      case NumberExpression.Subtract _ -> Numbers.subtract(number(a), number(b));
      case NumberExpression.Divide(_, _, var scale, var mode) ->
          Numbers.divide(number(a), number(b), scale, mode);
      case NumberExpression.Remainder _ -> Numbers.remainder(number(a), number(b));
      case NumberExpression.Round(_, var scale, var mode) -> Numbers.round(number(a), scale, mode);
      case NumberExpression.Absolute _ -> number(a).absolute();
      case NumberExpression.Negate _ -> number(a).negate();
      case NumberExpression.Smallest _, NumberExpression.Largest _ ->
          throw new AssertionError(expression);
    };
  }

  private static Value convert(ConversionExpression expression, Value a) {
    return switch (expression) {
      case ConversionExpression.ParseNumber(_, var decimal) -> Numbers.parse(text(a), decimal);
      case ConversionExpression.FormatNumber(_, int scale, var decimal) ->
          Text.of(Numbers.format(number(a), scale, decimal));
      case ConversionExpression.ParseBoolean _ -> Bool.of(Booleans.parse(text(a)));
      case ConversionExpression.ToText _ -> Text.of(Texts.toText(a));
      case ConversionExpression.Hash(_, var algorithm) ->
          Text.of(Hashes.hash(Texts.toText(a), algorithm));
    };
  }
}
