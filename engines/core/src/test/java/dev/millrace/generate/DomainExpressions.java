package dev.millrace.generate;

import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.CalendarPart;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.DateExpression;
import dev.millrace.expression.Direction;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Generates expressions over dates, HTML, URLs, article numbers, money and the elements of lists.
///
/// @param random the source of randomness
/// @param operands generates operands
record DomainExpressions(RandomGenerator random, Expressions operands) {
  private static final List<String> DATES =
      List.of(
          "2026-11-22",
          "2024-02-29",
          "9999-12-31",
          "2026-11-22T13:45:30",
          "2026-11-22T12:45:30.5Z",
          "2026-02-30");
  private static final List<String> DATE_PATTERNS =
      List.of("d MMM yyyy", "EEEE dd/MM/yy", "yyyyMMdd", "yyyy-MM-dd HH:mm");
  private static final List<String> DIGITS = List.of("400638133393", "9638507", "036000291452");
  private static final List<String> CURRENCIES = List.of("EUR", "USD");
  private static final Map<String, Decimal> RATES =
      Map.of("EUR", Decimal.ONE, "USD", Decimal.of(108, 2));

  Expression bool(int depth) {
    @Nullable String as = name();
    Expression where = inside(as, Type.BOOLEAN, depth);
    return switch (random.nextInt(3)) {
      case 0 -> new TradeExpression.IsGtin(operands.of(Type.TEXT, depth));
      case 1 -> new ListExpression.AnyOf(operands.of(Type.LIST, depth), as, where);
      default -> new ListExpression.AllOf(operands.of(Type.LIST, depth), as, where);
    };
  }

  Expression number(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> new DateExpression.DaysBetween(date(depth), date(depth));
      case 1 -> new DateExpression.DatePart(date(depth), pick(CalendarPart.values()));
      case 2 -> new TradeExpression.GtinCheckDigit(one(DIGITS, depth));
      default ->
          new TradeExpression.ConvertCurrency(
              operands.of(Type.NUMBER, depth),
              currency(depth),
              currency(depth),
              RATES,
              random.nextBoolean() ? null : 3,
              random.nextBoolean() ? null : RoundingMode.HALF_EVEN);
    };
  }

  Expression text(int depth) {
    Expression text = operands.of(Type.TEXT, depth);
    return switch (random.nextInt(9)) {
      case 0 -> new WebExpression.HtmlStrip(text);
      case 1 -> new WebExpression.HtmlUnescape(text);
      case 2 -> new WebExpression.UrlEncode(text);
      case 3 -> new WebExpression.UrlDecode(text);
      case 4 -> new WebExpression.Slug(text);
      case 5 ->
          new ConversionExpression.FormatByPattern(
              operands.of(Type.NUMBER, depth), "#,##0.0#;(0)", random.nextBoolean() ? null : ",");
      case 6 -> new DateExpression.FormatDate(date(depth), one(DATE_PATTERNS));
      case 7 -> new DateExpression.ParseDate(text, random.nextBoolean() ? null : "d MMM yyyy");
      default -> new DateExpression.AddDays(date(depth), operands.of(Type.NUMBER, depth));
    };
  }

  Expression list(int depth) {
    @Nullable String as = name();
    Expression list = operands.of(Type.LIST, depth);
    @Nullable Expression by = random.nextInt(3) == 0 ? null : inside(as, Type.ANY, depth);
    return switch (random.nextInt(4)) {
      case 0 -> new ListExpression.MapList(list, as, inside(as, Type.ANY, depth));
      case 1 -> new ListExpression.FilterList(list, as, inside(as, Type.BOOLEAN, depth));
      case 2 -> {
        @Nullable Direction order = random.nextBoolean() ? null : pick(Direction.values());
        yield new ListExpression.SortList(list, as, by, order);
      }
      default -> new ListExpression.DistinctList(list, as, by);
    };
  }

  private @Nullable String name() {
    return random.nextBoolean() ? null : "x";
  }

  /// An expression that may use the variable for an element.
  private Expression inside(@Nullable String as, Type type, int depth) {
    return operands.binding(as == null ? ListExpression.ELEMENT : as, Type.ANY).of(type, depth);
  }

  /// Mostly a date; any other text is an item error.
  private Expression date(int depth) {
    return one(DATES, depth);
  }

  /// A constant currency has a rate, or the plan is refused; a text made of others rarely has.
  private Expression currency(int depth) {
    return random.nextInt(5) == 0
        ? new TextExpression.Trim(operands.of(Type.TEXT, depth))
        : new Literal(Text.of(one(CURRENCIES)));
  }

  /// Mostly one of some texts, sometimes any.
  private Expression one(List<String> texts, int depth) {
    return random.nextInt(5) == 0
        ? operands.of(Type.TEXT, depth)
        : new Literal(Text.of(one(texts)));
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private <T> T pick(T[] candidates) {
    return candidates[random.nextInt(candidates.length)];
  }
}
