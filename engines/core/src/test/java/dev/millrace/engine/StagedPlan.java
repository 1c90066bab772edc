package dev.millrace.engine;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.AtLeast;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A plan with a stage of every kind, and feeds for it.
final class StagedPlan {
  /// How many items the feeds have.
  static final int ITEMS = 6;

  /// Rows below this go through the second branch.
  static final int HALF = ITEMS / 2;

  /// One text column for each expression of the plan, all with the row's number.
  static final Schema SCHEMA =
      Schema.of(
          IntStream.range(0, 10)
              .mapToObj(i -> new Column("t" + i, Type.TEXT))
              .toArray(Column[]::new));

  private StagedPlan() {}

  /// An item-wise stage, an ordered one, an aggregation that turns the order round, a conditional
  /// with an aggregation inside, and an item-wise tail.
  static Plan plan() {
    return Plan.of(
        List.of(
            set("n0", number(0)),
            new Scan("n1", Decimal.ZERO, number(1)),
            new Sort(List.of(new SortKey(number(2), SortOrder.DESCENDING, null))),
            new Filter(atLeast(number(3), 0)),
            new Conditional(
                atLeast(number(4), HALF),
                List.of(
                    set("n5", number(5)),
                    new Deduplicate(List.of(number(6)), Keep.LAST, null),
                    set("n7", number(7))),
                List.of(set("n8", number(8)))),
            set("n9", number(9))),
        SCHEMA);
  }

  /// A deduplication of items that are all equal: one fold for each item but one, in any order.
  static Plan allEqual() {
    return Plan.of(
        List.of(new Deduplicate(List.of(new Literal(Decimal.ZERO)), Keep.LAST, null)), SCHEMA);
  }

  private static SetFields set(String field, Expression to) {
    return new SetFields(new TreeMap<>(Map.of(field, to)));
  }

  private static Expression number(int column) {
    return new ParseNumber(new Field("t" + column), null);
  }

  private static Expression atLeast(Expression value, int limit) {
    return new AtLeast(value, new Literal(Decimal.of(limit)));
  }

  /// Every text is the row's number, but one is not a number.
  static Feed feed(String column, int bad) {
    List<Item> items =
        IntStream.range(0, ITEMS)
            .mapToObj(row ->
                new Item(
                    row,
                    SCHEMA.columns().stream()
                        .map(each ->
                            Text.of(row == bad && each.name().equals(column) ? "twelve" : "" + row))
                        .toArray(Value[]::new)))
            .toList();
    return Feed.of(SCHEMA, items);
  }
}
