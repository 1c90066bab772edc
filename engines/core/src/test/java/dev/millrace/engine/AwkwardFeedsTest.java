package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.IsNull;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.expression.NumberExpression.Subtract;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Length;
import dev.millrace.expression.TextExpression.Upper;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.generate.Values;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Feeds that suit no column, and plans that suit no batch: what comes out is the reference's, of
/// feeds held either way, whatever the policy on errors.
class AwkwardFeedsTest {
  private static final int ITEMS = 2_500;
  private static final int MIDDLE = 1_500;
  private static final int FIELDS = 2_000;

  private static Expression field(String name) {
    return new Field(name);
  }

  private static Expression number(long number) {
    return new Literal(Decimal.of(number));
  }

  private static <T> SequencedMap<String, T> one(String name, T value) {
    var map = new LinkedHashMap<String, T>();
    map.put(name, value);
    return map;
  }

  private static Action set(String name, Expression value) {
    return new SetFields(one(name, value));
  }

  private static Action sort(String by) {
    return new Sort(List.of(new SortKey(field(by), null, null)));
  }

  private static Action deduplicate(String by, Keep keep) {
    return new Deduplicate(List.of(field(by)), keep, null);
  }

  private static Action sums(String by, String of) {
    var into = one("sum", (Aggregate) new Aggregate.Sum(field(of)));
    into.put("least", new Aggregate.Min(field(of)));
    into.put("count", new Aggregate.Count(field(of)));
    return new Group(List.of(by), into);
  }

  /// A feed of one column and the column `row` beside it.
  private static Feed feed(Type type, IntFunction<Value> values) {
    Schema schema = Schema.of(new Column("row", Type.NUMBER), new Column("x", type));
    return Feed.of(
        schema,
        IntStream.range(0, ITEMS)
            .mapToObj(row -> new Item(row, Decimal.of(row % 7), values.apply(row)))
            .toList());
  }

  private static void assertAsReference(Feed feed, Action... actions) {
    Plan plan = Plan.of(List.of(actions), feed.schema());
    List<Feed> held = List.of(feed, feed.compact());
    for (OnError policy : OnError.values()) {
      Answer expected = Answer.ofReference(plan, feed, policy);
      for (ColumnEngines engine : ColumnEngines.values()) {
        for (Feed given : held) {
          assertThat(Answer.of(engine.engine(), plan, given, new RunOptions(2, 1_000, policy)))
              .as(() -> engine + ", " + policy + ": " + plan.steps())
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void run_columnOfSeveralTypes_givesWhatTheReferenceGives() {
    var values = new Values(new SplittableRandom(ITEMS));
    Feed feed = feed(Type.ANY, _ -> values.of(Type.ANY));
    assertAsReference(feed, set("text", new Concat(List.of(new ToText(field("x"))))));
    assertAsReference(feed, set("same", new NotEqual(field("x"), field("row"))));
    assertAsReference(feed, set("sum", new Add(List.of(field("x"), field("row")))));
    assertAsReference(feed, set("upper", new Upper(field("x"))));
    assertAsReference(feed, sort("x"), deduplicate("x", Keep.LAST));
    assertAsReference(
        feed, new Group(List.of("x"), one("count", new Aggregate.Count(field("row")))));
  }

  @Test
  void run_typeChangesFromBatchToBatch_givesWhatTheReferenceGives() {
    var values = new Values(new SplittableRandom(ITEMS));
    List<Type> types = List.of(Type.NUMBER, Type.TEXT, Type.ANY, Type.BOOLEAN, Type.NUMBER);
    Feed feed = feed(Type.ANY, row -> values.of(types.get(row * types.size() / ITEMS)));
    assertAsReference(feed, set("text", new Concat(List.of(field("x"), field("row")))));
    assertAsReference(feed, set("sum", new Add(List.of(field("x"), number(1)))));
    assertAsReference(feed, new Filter(new Less(field("x"), field("row"))), sort("x"));
  }

  @Test
  void run_columnsOfNulls_giveWhatTheReferenceGives() {
    for (Type type : Type.values()) {
      Feed feed = feed(type, _ -> Null.NULL);
      assertAsReference(feed, new Filter(new IsNull(field("x"))), sort("x"));
      assertAsReference(feed, new Filter(new Not(new IsNull(field("x")))));
      assertAsReference(feed, set("text", new Concat(List.of(field("x"), field("row")))));
      assertAsReference(feed, deduplicate("x", Keep.NONE));
      assertAsReference(feed, deduplicate("x", Keep.FIRST), sums("x", "row"));
    }
    Feed numbers = feed(Type.NUMBER, _ -> Null.NULL);
    assertAsReference(numbers, sums("row", "x"));
    assertAsReference(numbers, set("sum", new Add(List.of(field("x"), field("row")))));
    assertAsReference(feed(Type.TEXT, _ -> Null.NULL), set("x", new Length(field("x"))));
  }

  /// Items as others until one in the middle of a batch is near the end of the range of long.
  @Test
  void run_oneResultBeyondLong_givesWhatTheReferenceGives() {
    for (long edge : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1}) {
      Feed feed = feed(Type.NUMBER, row -> Decimal.of(row == MIDDLE ? edge : row));
      assertAsReference(feed, set("sum", new Add(List.of(field("x"), field("row"), number(1)))));
      assertAsReference(feed, set("less", new Subtract(field("x"), field("row"))));
      assertAsReference(feed, set("product", new Multiply(List.of(field("x"), number(-3)))));
      assertAsReference(feed, sums("row", "x"));
      assertAsReference(feed, sort("x"), deduplicate("x", Keep.FIRST));
    }
  }

  @Test
  void run_numbersBeyondLong_giveWhatTheReferenceGives() {
    Decimal most = Decimal.of(Long.MAX_VALUE);
    Feed feed =
        feed(Type.NUMBER, row -> row % 3 == 0 ? Decimal.of(row, 3) : most.plus(Decimal.of(row)));
    assertAsReference(feed, set("sum", new Add(List.of(field("x"), field("x")))));
    assertAsReference(feed, new Filter(new Less(field("x"), new Literal(most))), sort("x"));
    assertAsReference(feed, sums("row", "x"));
    assertAsReference(feed, sort("x"), deduplicate("x", Keep.LAST));
  }

  @Test
  void run_2000Fields_givesWhatTheReferenceGives() {
    var columns = IntStream.range(0, FIELDS).mapToObj(i -> new Column("f" + i, Type.NUMBER));
    Feed feed =
        Feed.of(
            new Schema(columns.toList()),
            IntStream.range(0, 50)
                .mapToObj(row ->
                    new Item(
                        row,
                        IntStream.range(0, FIELDS)
                            .mapToObj(i -> Decimal.of((long) row * i))
                            .toArray(Value[]::new)))
                .toList());
    var all = new LinkedHashMap<String, Expression>();
    for (int i = 0; i < FIELDS; i++) {
      all.put("f" + i, new Add(List.of(field("f" + i), field("f" + (FIELDS - 1 - i)))));
    }
    Expression wide =
        new Concat(Stream.of("f0", "f1999").map(Field::new).map(Expression.class::cast).toList());
    assertAsReference(feed, new SetFields(all), set("label", wide), sort("f1999"));
    assertAsReference(feed, new SetFields(all), new KeepFields(List.of("f7", "f1999")));
  }
}
