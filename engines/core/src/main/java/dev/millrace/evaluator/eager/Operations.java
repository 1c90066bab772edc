package dev.millrace.evaluator.eager;

import static dev.millrace.function.Require.index;
import static dev.millrace.function.Require.list;
import static dev.millrace.function.Require.map;
import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.CollectionExpression.Put;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.ValueKind;
import dev.millrace.function.Booleans;
import dev.millrace.function.Collections;
import dev.millrace.function.EditDistance;
import dev.millrace.function.Hashes;
import dev.millrace.function.NumberPattern;
import dev.millrace.function.Numbers;
import dev.millrace.function.Require;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Interprets the expressions that name functions.
///
/// @param in evaluates their operands
record Operations(Interpreter in) {

  /// The value of an expression over texts.
  Value onText(TextExpression expression) {
    return switch (expression) {
      case TextExpression.Concat(var of) -> concat(in.values(of));
      case TextExpression.Lower(var t) -> in.strict(t, a -> Text.of(Texts.lower(text(a))));
      case TextExpression.Upper(var t) -> in.strict(t, a -> Text.of(Texts.upper(text(a))));
      case TextExpression.CamelCase(var t) -> in.strict(t, a -> Text.of(Texts.camelCase(text(a))));
      case TextExpression.TitleCase(var t) -> in.strict(t, a -> Text.of(Texts.titleCase(text(a))));
      case TextExpression.KebabCase(var t) -> in.strict(t, a -> Text.of(Texts.kebabCase(text(a))));
      case TextExpression.Trim(var t) -> in.strict(t, a -> Text.of(Texts.trim(text(a))));
      case TextExpression.Replace(var t, var find, var with) ->
          in.strict(
              List.of(t, find, with),
              all -> Text.of(Texts.replace(text(all.get(0)), text(all.get(1)), text(all.get(2)))));
      case TextExpression.RegexReplace(var t, var pattern, var with) ->
          in.strict(t, a -> Text.of(Texts.regexReplace(text(a), Pattern.compile(pattern), with)));
      case TextExpression.RegexMatches(var t, var pattern) ->
          in.strict(t, a -> Bool.of(Texts.regexMatches(text(a), Pattern.compile(pattern))));
      case TextExpression.RegexExtract(var t, var pattern, var group) ->
          in.strict(t, a -> Texts.regexExtract(text(a), Pattern.compile(pattern), group));
      case TextExpression.Contains(var t, var find) ->
          in.strict(t, find, (a, b) -> Bool.of(text(a).contains(text(b))));
      case TextExpression.ContainsAny(var t, var needles) ->
          in.strict(t, a -> Bool.of(needles.stream().anyMatch(text(a)::contains)));
      case TextExpression.StartsWith(var t, var prefix) ->
          in.strict(t, prefix, (a, b) -> Bool.of(text(a).startsWith(text(b))));
      case TextExpression.EndsWith(var t, var suffix) ->
          in.strict(t, suffix, (a, b) -> Bool.of(text(a).endsWith(text(b))));
      case TextExpression.Length(var t) -> in.strict(t, a -> Decimal.of(Texts.length(text(a))));
      case TextExpression.Substring(var t, int from, var count) ->
          in.strict(t, a -> Text.of(Texts.substring(text(a), from, count)));
      case TextExpression.Split(var t, var separator) ->
          in.strict(t, a -> Texts.split(text(a), separator));
      case TextExpression.Join(var l, var separator) ->
          in.strict(l, a -> Text.of(Texts.join(list(a), separator)));
      case TextExpression.EditDistance(var t, var to) ->
          in.strict(t, to, (a, b) -> EditDistance.between(text(a), text(b)));
    };
  }

  private static Text concat(List<Value> values) {
    var out = new StringBuilder();
    for (Value value : values) {
      out.append(value.isNull() ? "" : Texts.toText(value));
    }
    return Text.of(out.toString());
  }

  /// The value of an expression over numbers.
  Value onNumber(NumberExpression expression) {
    return switch (expression) {
      case NumberExpression.Add(var of) ->
          in.strict(of, all -> numbers(all).reduce(Numbers::add).orElseThrow());
      case NumberExpression.Multiply(var of) ->
          in.strict(of, all -> numbers(all).reduce(Numbers::multiply).orElseThrow());
      case NumberExpression.Subtract(var left, var minus) ->
          in.strict(left, minus, (a, b) -> Numbers.subtract(number(a), number(b)));
      case NumberExpression.Divide(var left, var by, var scale, var mode) ->
          in.strict(left, by, (a, b) -> Numbers.divide(number(a), number(b), scale, mode));
      case NumberExpression.Remainder(var left, var by) ->
          in.strict(left, by, (a, b) -> Numbers.remainder(number(a), number(b)));
      case NumberExpression.Round(var n, var scale, var mode) ->
          in.strict(n, a -> Numbers.round(number(a), scale, mode));
      case NumberExpression.Absolute(var n) -> in.strict(n, a -> number(a).absolute());
      case NumberExpression.Negate(var n) -> in.strict(n, a -> number(a).negate());
      case NumberExpression.Smallest(var of) -> extreme(in.values(of), -1);
      case NumberExpression.Largest(var of) -> extreme(in.values(of), 1);
    };
  }

  private static Stream<Decimal> numbers(List<Value> values) {
    return values.stream().map(Require::number);
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

  /// The value of an expression that turns a value of one kind into another.
  Value onConversion(ConversionExpression expression) {
    return switch (expression) {
      case ConversionExpression.ParseNumber(var t, var decimal) ->
          in.strict(t, a -> Numbers.parse(text(a), decimal));
      case ConversionExpression.FormatNumber(var n, int scale, var decimal) ->
          in.strict(n, a -> Text.of(Numbers.format(number(a), scale, decimal)));
      case ConversionExpression.FormatByPattern(var n, var pattern, var decimal) ->
          in.strict(n, a -> Text.of(NumberPattern.of(pattern, decimal).format(number(a))));
      case ConversionExpression.TypeOf(var value) ->
          Text.of(ValueKind.of(in.value(value)).toString());
      case ConversionExpression.ParseBoolean(var t) ->
          in.strict(t, a -> Bool.of(Booleans.parse(text(a))));
      case ConversionExpression.ToText(var value) ->
          in.strict(value, a -> Text.of(Texts.toText(a)));
      case ConversionExpression.Hash(var value, var algorithm) ->
          in.strict(value, a -> Text.of(Hashes.hash(Texts.toText(a), algorithm)));
    };
  }

  /// The value of an expression over lists and maps.
  Value onCollection(CollectionExpression expression) {
    return switch (expression) {
      case CollectionExpression.ListOf(var of) -> new ListValue(in.values(of));
      case CollectionExpression.MapOf(var of) -> mapOf(of);
      case CollectionExpression.ElementAt(var l, var place) ->
          in.strict(l, place, (a, b) -> Collections.elementAt(list(a), index(b)));
      case CollectionExpression.Size(var of) -> in.strict(of, a -> Decimal.of(Collections.size(a)));
      case CollectionExpression.Get(var m, var key) ->
          in.strict(m, key, (a, b) -> map(a).get(text(b)));
      case Put put -> put(put);
    };
  }

  private MapValue mapOf(Map<String, Expression> of) {
    var entries = new HashMap<String, Value>();
    for (String key : of.keySet().stream().sorted().toList()) {
      entries.put(key, in.value(Objects.requireNonNull(of.get(key))));
    }
    return MapValue.of(entries);
  }

  private Value put(Put put) {
    List<Value> operands = in.values(List.of(put.map(), put.key(), put.value()));
    Value map = operands.get(0);
    Value key = operands.get(1);
    return map.isNull() || key.isNull() ? Null.NULL : map(map).put(text(key), operands.get(2));
  }
}
