package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.binary;
import static dev.millrace.evaluator.fused.Strict.ternary;
import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.list;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.Expression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TextExpression.CamelCase;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.expression.TextExpression.ContainsAny;
import dev.millrace.expression.TextExpression.EditDistance;
import dev.millrace.expression.TextExpression.EndsWith;
import dev.millrace.expression.TextExpression.Join;
import dev.millrace.expression.TextExpression.KebabCase;
import dev.millrace.expression.TextExpression.Length;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.RegexExtract;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.expression.TextExpression.RegexReplace;
import dev.millrace.expression.TextExpression.Replace;
import dev.millrace.expression.TextExpression.Split;
import dev.millrace.expression.TextExpression.StartsWith;
import dev.millrace.expression.TextExpression.Substring;
import dev.millrace.expression.TextExpression.TitleCase;
import dev.millrace.expression.TextExpression.Trim;
import dev.millrace.expression.TextExpression.Upper;
import dev.millrace.function.Needles;
import dev.millrace.function.Texts;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Closures of expressions over texts.
///
/// @param closures makes the closures of operands
record TextClosures(Closures closures) {
  Closure of(TextExpression self) {
    return switch (self) {
      case Concat(var of) -> concat(closures.all(of));
      case Lower(var t) -> unary(self, closures.of(t), v -> Text.of(Texts.lower(text(v))));
      case Upper(var t) -> unary(self, closures.of(t), v -> Text.of(Texts.upper(text(v))));
      case CamelCase(var t) -> unary(self, closures.of(t), v -> Text.of(Texts.camelCase(text(v))));
      case TitleCase(var t) -> unary(self, closures.of(t), v -> Text.of(Texts.titleCase(text(v))));
      case KebabCase(var t) -> unary(self, closures.of(t), v -> Text.of(Texts.kebabCase(text(v))));
      case Trim(var t) -> unary(self, closures.of(t), v -> Text.of(Texts.trim(text(v))));
      case Replace replace -> replace(replace);
      case RegexReplace(var t, var pattern, var with) ->
          matching(self, t, pattern, (text, of) -> Text.of(Texts.regexReplace(text, of, with)));
      case RegexMatches(var t, var pattern) ->
          matching(self, t, pattern, (text, of) -> Bool.of(Texts.regexMatches(text, of)));
      case RegexExtract(var t, var pattern, var group) ->
          matching(self, t, pattern, (text, of) -> Texts.regexExtract(text, of, group));
      case Contains(var t, var find) -> test(self, t, find, String::contains);
      case ContainsAny(var t, var constants) -> {
        Needles needles = Needles.of(constants);
        yield unary(self, closures.of(t), v -> Bool.of(needles.occurIn(text(v))));
      }
      case StartsWith(var t, var prefix) -> test(self, t, prefix, String::startsWith);
      case EndsWith(var t, var suffix) -> test(self, t, suffix, String::endsWith);
      case Length(var t) -> unary(self, closures.of(t), v -> Decimal.of(Texts.length(text(v))));
      case Substring(var t, int from, var count) ->
          unary(self, closures.of(t), v -> Text.of(Texts.substring(text(v), from, count)));
      case Split(var t, var separator) ->
          unary(self, closures.of(t), v -> Texts.split(text(v), separator));
      case Join(var l, var separator) ->
          unary(self, closures.of(l), v -> Text.of(Texts.join(list(v), separator)));
      case EditDistance(var t, var to) ->
          binary(
              self,
              closures.of(t),
              closures.of(to),
              (a, b) -> dev.millrace.function.EditDistance.between(text(a), text(b)));
    };
  }

  private Closure test(
      TextExpression self, Expression left, Expression right, BiPredicate<String, String> test) {
    return binary(
        self,
        closures.of(left),
        closures.of(right),
        (a, b) -> Bool.of(test.test(text(a), text(b))));
  }

  private Closure matching(
      TextExpression self,
      Expression operand,
      String pattern,
      BiFunction<String, Pattern, Value> function) {
    Pattern compiled = Pattern.compile(pattern);
    return unary(self, closures.of(operand), v -> function.apply(text(v), compiled));
  }

  private Closure replace(Replace self) {
    return ternary(
        self,
        closures.of(self.text()),
        closures.of(self.find()),
        closures.of(self.with()),
        (text, find, with) -> Text.of(Texts.replace(text(text), text(find), text(with))));
  }

  private static Closure concat(Closure[] operands) {
    return (item, variables) -> {
      var out = new StringBuilder();
      for (Closure operand : operands) {
        Value value = operand.of(item, variables);
        if (!value.isNull()) {
          out.append(Texts.toText(value));
        }
      }
      return Text.of(out.toString());
    };
  }
}
