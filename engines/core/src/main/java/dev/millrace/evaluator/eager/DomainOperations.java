package dev.millrace.evaluator.eager;

import static dev.millrace.function.Require.number;
import static dev.millrace.function.Require.text;

import dev.millrace.expression.DateExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.TradeExpression.ConvertCurrency;
import dev.millrace.expression.WebExpression;
import dev.millrace.function.DatePattern;
import dev.millrace.function.Dates;
import dev.millrace.function.Html;
import dev.millrace.function.Trade;
import dev.millrace.function.Urls;
import dev.millrace.value.Bool;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Interprets the expressions that know what texts stand for: dates, HTML and URLs, article numbers
/// and money.
///
/// @param in evaluates their operands
record DomainOperations(Interpreter in) {

  /// The value of an expression over dates.
  Value onDate(DateExpression expression) {
    return switch (expression) {
      case DateExpression.ParseDate(var t, var pattern) ->
          in.strict(t, a -> Text.of(parse(text(a), pattern)));
      case DateExpression.FormatDate(var date, var pattern) ->
          in.strict(date, a -> Text.of(Dates.format(text(a), DatePattern.of(pattern))));
      case DateExpression.AddDays(var date, var days) ->
          in.strict(date, days, (a, b) -> Text.of(Dates.addDays(text(a), number(b))));
      case DateExpression.DaysBetween(var from, var to) ->
          in.strict(from, to, (a, b) -> Dates.daysBetween(text(a), text(b)));
      case DateExpression.DatePart(var date, var part) ->
          in.strict(date, a -> Dates.part(text(a), part));
    };
  }

  private static String parse(String text, @Nullable String pattern) {
    return pattern == null ? Dates.parse(text) : Dates.parse(text, DatePattern.of(pattern));
  }

  /// The value of an expression over HTML and URLs.
  Value onWeb(WebExpression expression) {
    return switch (expression) {
      case WebExpression.HtmlStrip(var t) -> in.strict(t, a -> Text.of(Html.strip(text(a))));
      case WebExpression.HtmlUnescape(var t) -> in.strict(t, a -> Text.of(Html.unescape(text(a))));
      case WebExpression.UrlEncode(var t) -> in.strict(t, a -> Text.of(Urls.encode(text(a))));
      case WebExpression.UrlDecode(var t) -> in.strict(t, a -> Text.of(Urls.decode(text(a))));
      case WebExpression.Slug(var t) -> in.strict(t, a -> Text.of(Urls.slug(text(a))));
    };
  }

  /// The value of an expression over article numbers and money.
  Value onTrade(TradeExpression expression) {
    return switch (expression) {
      case TradeExpression.IsGtin(var t) -> in.strict(t, a -> Bool.of(Trade.isGtin(text(a))));
      case TradeExpression.GtinCheckDigit(var t) ->
          in.strict(t, a -> Trade.gtinCheckDigit(text(a)));
      case ConvertCurrency convert ->
          in.strict(
              List.of(convert.amount(), convert.from(), convert.to()),
              all ->
                  Trade.convert(number(all.get(0)), text(all.get(1)), text(all.get(2)), convert));
    };
  }
}
