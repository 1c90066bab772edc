package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Type;
import org.jspecify.annotations.Nullable;

/// The type rules of expressions over texts, and of those that make texts of values or values of
/// texts.
///
/// @param types checks the operands
record TextTypes(ExpressionTypes types) {
  Type text(TextExpression expression, String path) {
    return switch (expression) {
      case TextExpression.Concat _ -> types.takes(TEXT, expression, path, ANY);
      case TextExpression.Lower _,
          TextExpression.Upper _,
          TextExpression.CamelCase _,
          TextExpression.TitleCase _,
          TextExpression.KebabCase _,
          TextExpression.Trim _,
          TextExpression.Replace _ ->
          types.takes(TEXT, expression, path, TEXT);
      case TextExpression.RegexReplace(_, var pattern, var with) -> {
        PatternRules.checkReplacement(pattern, with, path, types.problems());
        yield types.takes(TEXT, expression, path, TEXT);
      }
      case TextExpression.RegexMatches(_, var pattern) -> {
        PatternRules.checkPattern(pattern, path, types.problems());
        yield types.takes(BOOLEAN, expression, path, TEXT);
      }
      case TextExpression.RegexExtract(_, var pattern, var group) -> {
        PatternRules.checkGroup(pattern, group, path, types.problems());
        yield types.takes(TEXT, expression, path, TEXT);
      }
      case TextExpression.Contains _,
          TextExpression.ContainsAny _,
          TextExpression.StartsWith _,
          TextExpression.EndsWith _ ->
          types.takes(BOOLEAN, expression, path, TEXT);
      case TextExpression.Length _, TextExpression.EditDistance _ ->
          types.takes(NUMBER, expression, path, TEXT);
      case TextExpression.Substring substring -> substring(substring, path);
      case TextExpression.Split split -> split(split, path);
      case TextExpression.Join _ -> types.takes(TEXT, expression, path, LIST);
    };
  }

  private Type substring(TextExpression.Substring substring, String path) {
    Integer count = substring.count();
    String place = path + ".count";
    types.check(count == null || count >= 0, place, "wants a count that is not negative");
    return types.takes(TEXT, substring, path, TEXT);
  }

  private Type split(TextExpression.Split split, String path) {
    boolean isThere = !split.separator().isEmpty();
    types.check(isThere, path + ".separator", "wants a separator that is not empty");
    return types.takes(LIST, split, path, TEXT);
  }

  Type conversion(ConversionExpression expression, String path) {
    return switch (expression) {
      case ConversionExpression.ParseNumber(_, var decimal) -> {
        checkDecimalSign(decimal, path);
        yield types.takes(NUMBER, expression, path, TEXT);
      }
      case ConversionExpression.FormatNumber(_, int scale, var decimal) -> {
        checkDecimalSign(decimal, path);
        types.check(scale >= 0, path + ".scale", "wants a scale that is not negative");
        types.checkScale(scale, path);
        yield types.takes(TEXT, expression, path, NUMBER);
      }
      case ConversionExpression.FormatByPattern(_, var pattern, var decimal) -> {
        checkDecimalSign(decimal, path);
        PatternRules.checkNumberPattern(pattern, path, types.problems());
        yield types.takes(TEXT, expression, path, NUMBER);
      }
      case ConversionExpression.ParseBoolean _ -> types.takes(BOOLEAN, expression, path, TEXT);
      case ConversionExpression.ToText _,
          ConversionExpression.TypeOf _,
          ConversionExpression.Hash _ ->
          types.takes(TEXT, expression, path, ANY);
    };
  }

  private void checkDecimalSign(@Nullable String sign, String path) {
    boolean known = sign == null || sign.equals(".") || sign.equals(",");
    types.check(known, path + ".decimal", "wants \".\" or \",\", not \"" + sign + "\"");
  }

  Type web(WebExpression expression, String path) {
    return switch (expression) {
      case WebExpression.HtmlStrip _,
          WebExpression.HtmlUnescape _,
          WebExpression.UrlEncode _,
          WebExpression.UrlDecode _,
          WebExpression.Slug _ ->
          types.takes(TEXT, expression, path, TEXT);
    };
  }
}
