package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.ConversionExpression.FormatByPattern;
import dev.millrace.expression.ConversionExpression.FormatNumber;
import dev.millrace.expression.ConversionExpression.Hash;
import dev.millrace.expression.ConversionExpression.ParseBoolean;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.ConversionExpression.TypeOf;
import dev.millrace.expression.ValueKind;
import dev.millrace.function.Booleans;
import dev.millrace.function.Hashes;
import dev.millrace.function.NumberPattern;
import dev.millrace.function.Numbers;
import dev.millrace.function.Texts;
import dev.millrace.value.Bool;
import dev.millrace.value.Text;

/// Closures of expressions that turn a value of one kind into another.
///
/// @param closures makes the closures of operands
record ConversionClosures(Closures closures) {
  Closure of(ConversionExpression self) {
    return switch (self) {
      case ParseNumber(var t, var decimal) ->
          unary(self, closures.of(t), v -> Numbers.parse(text(v), decimal));
      case FormatNumber(var n, int scale, var decimal) ->
          unary(self, closures.of(n), v -> Text.of(Numbers.format(number(v), scale, decimal)));
      case FormatByPattern(var n, var pattern, var decimal) -> {
        NumberPattern compiled = NumberPattern.of(pattern, decimal);
        yield unary(self, closures.of(n), v -> Text.of(compiled.format(number(v))));
      }
      case TypeOf(var value) -> {
        Closure operand = closures.of(value);
        yield (item, variables) -> Text.of(ValueKind.of(operand.of(item, variables)).toString());
      }
      case ParseBoolean(var t) ->
          unary(self, closures.of(t), v -> Bool.of(Booleans.parse(text(v))));
      case ToText(var value) -> unary(self, closures.of(value), v -> Text.of(Texts.toText(v)));
      case Hash(var value, var algorithm) ->
          unary(self, closures.of(value), v -> Text.of(Hashes.hash(Texts.toText(v), algorithm)));
    };
  }
}
