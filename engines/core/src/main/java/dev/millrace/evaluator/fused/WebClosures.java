package dev.millrace.evaluator.fused;

import static dev.millrace.evaluator.fused.Strict.unary;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.WebExpression;
import dev.millrace.expression.WebExpression.HtmlStrip;
import dev.millrace.expression.WebExpression.HtmlUnescape;
import dev.millrace.expression.WebExpression.Slug;
import dev.millrace.expression.WebExpression.UrlDecode;
import dev.millrace.expression.WebExpression.UrlEncode;
import dev.millrace.function.Html;
import dev.millrace.function.Urls;
import dev.millrace.value.Text;

/// Closures of expressions over HTML and URLs.
///
/// @param closures makes the closures of operands
record WebClosures(Closures closures) {
  Closure of(WebExpression self) {
    return switch (self) {
      case HtmlStrip(var t) -> unary(self, closures.of(t), v -> Text.of(Html.strip(text(v))));
      case HtmlUnescape(var t) -> unary(self, closures.of(t), v -> Text.of(Html.unescape(text(v))));
      case UrlEncode(var t) -> unary(self, closures.of(t), v -> Text.of(Urls.encode(text(v))));
      case UrlDecode(var t) -> unary(self, closures.of(t), v -> Text.of(Urls.decode(text(v))));
      case Slug(var t) -> unary(self, closures.of(t), v -> Text.of(Urls.slug(text(v))));
    };
  }
}
