package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.generate.Feeds;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Short names for what tests of rewrites are made of, over [Feeds#SCHEMA].
final class Build {
  static final Expression TITLE = new Field("title");
  static final Expression PRICE = new Field("price");
  static final Expression SOLD = new Field("sold");
  static final Expression AMOUNT = new Field("amount");
  static final Expression MIXED = new Field("mixed");
  static final Expression TRUE = new Literal(Bool.TRUE);
  static final Expression FALSE = new Literal(Bool.FALSE);
  static final Expression NULL = new Literal(Null.NULL);

  /// Has a value for every item.
  static final Expression SAFE = new Lower(TITLE);

  /// Has none for some items.
  static final Expression RISKY = new ParseNumber(PRICE, null);

  static final Action FILTER = new Filter(new Contains(TITLE, text("x")));
  static final Action RISKY_FILTER = new Filter(new Equal(RISKY, AMOUNT));

  private Build() {}

  static Expression text(String text) {
    return new Literal(Text.of(text));
  }

  static Expression number(long number) {
    return new Literal(Decimal.of(number));
  }

  static Expression variable(String name) {
    return new Variable(name);
  }

  static Expression concat(Expression... of) {
    return new Concat(List.of(of));
  }

  static Expression and(Expression... of) {
    return new And(List.of(of));
  }

  static Expression or(Expression... of) {
    return new Or(List.of(of));
  }

  static Action set(String field, Expression to) {
    return new SetFields(one(field, to));
  }

  static Action set(String field, Expression to, String other, Expression otherTo) {
    SequencedMap<String, Expression> fields = one(field, to);
    fields.put(other, otherTo);
    return new SetFields(fields);
  }

  static <T> SequencedMap<String, T> one(String key, T value) {
    var map = new LinkedHashMap<String, T>();
    map.put(key, value);
    return map;
  }

  static Sort sort(Expression by) {
    return new Sort(List.of(new SortKey(by, null, null)));
  }

  static Lookup lookup(Expression key, @Nullable Unmatched unmatched) {
    Schema columns = Schema.of(new Column("on", Type.TEXT), new Column("taken", Type.TEXT));
    return new Lookup(key, Feed.of(columns, List.of()), "on", List.of("taken"), unmatched);
  }

  /// What a rewrite alone makes of some actions: a line for each, its path and its short form.
  static List<String> rewritten(Rewrites rewrite, Action... actions) {
    Plan plan = Plan.of(List.of(actions), Feeds.SCHEMA);
    return lines(Optimiser.of(plan, List.of(rewrite.rewrite())).plan().steps());
  }

  /// Some actions as they were written.
  static List<String> written(Action... actions) {
    return lines(Plan.of(List.of(actions), Feeds.SCHEMA).steps());
  }

  private static List<String> lines(List<Step> steps) {
    return steps.stream()
        .map(step -> step.path().replaceFirst("^actions", "") + " " + ShortForm.of(step.action()))
        .toList();
  }
}
