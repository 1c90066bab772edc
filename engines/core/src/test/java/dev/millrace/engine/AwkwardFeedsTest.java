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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  private static void assertAsReference(ColumnEngines engine, Feed feed, Action... actions) {
    Plan plan = Plan.of(List.of(actions), feed.schema());
    for (OnError policy : OnError.values()) {
      Answer expected = Answer.ofReference(plan, feed, policy);
      for (Feed given : List.of(feed, feed.compact())) {
        assertThat(Answer.of(engine.engine(), plan, given, new RunOptions(2, 1_000, policy)))
            .as("%s: %s", policy, plan.steps())
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_columnOfSeveralTypes_givesWhatTheReferenceGives(ColumnEngines engine) {
    var values = new Values(new SplittableRandom(ITEMS));
    Feed feed = feed(Type.ANY, _ -> values.of(Type.ANY));
    assertAsReference(engine, feed, set("text", new Concat(List.of(new ToText(field("x"))))));
    assertAsReference(engine, feed, set("same", new NotEqual(field("x"), field("row"))));
    assertAsReference(engine, feed, set("sum", new Add(List.of(field("x"), field("row")))));
    assertAsReference(engine, feed, set("upper", new Upper(field("x"))));
    assertAsReference(engine, feed, sort("x"), deduplicate("x", Keep.LAST));
    assertAsReference(
        engine, feed, new Group(List.of("x"), one("count", new Aggregate.Count(field("row")))));
  }

  @ParameterizedTest
  @EnumSource
  void run_typeChangesFromBatchToBatch_givesWhatTheReferenceGives(ColumnEngines engine) {
    var values = new Values(new SplittableRandom(ITEMS));
    List<Type> types = List.of(Type.NUMBER, Type.TEXT, Type.ANY, Type.BOOLEAN, Type.NUMBER);
    Feed feed = feed(Type.ANY, row -> values.of(types.get(row * types.size() / ITEMS)));
    assertAsReference(engine, feed, set("text", new Concat(List.of(field("x"), field("row")))));
    assertAsReference(engine, feed, set("sum", new Add(List.of(field("x"), number(1)))));
    assertAsReference(engine, feed, new Filter(new Less(field("x"), field("row"))), sort("x"));
  }

  @ParameterizedTest
  @EnumSource
  void run_columnsOfNulls_giveWhatTheReferenceGives(ColumnEngines engine) {
    for (Type type : Type.values()) {
      Feed feed = feed(type, _ -> Null.NULL);
      assertAsReference(engine, feed, new Filter(new IsNull(field("x"))), sort("x"));
      assertAsReference(engine, feed, new Filter(new Not(new IsNull(field("x")))));
      assertAsReference(engine, feed, set("text", new Concat(List.of(field("x"), field("row")))));
      assertAsReference(engine, feed, deduplicate("x", Keep.NONE));
      assertAsReference(engine, feed, deduplicate("x", Keep.FIRST), sums("x", "row"));
    }
    Feed numbers = feed(Type.NUMBER, _ -> Null.NULL);
    assertAsReference(engine, numbers, sums("row", "x"));
    assertAsReference(engine, numbers, set("sum", new Add(List.of(field("x"), field("row")))));
    assertAsReference(engine, feed(Type.TEXT, _ -> Null.NULL), set("x", new Length(field("x"))));
  }

  /// Items as others until one in the middle of a batch is near the end of the range of long.
  @ParameterizedTest
  @EnumSource
  void run_oneResultBeyondLong_givesWhatTheReferenceGives(ColumnEngines engine) {
    for (long edge : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1}) {
      Feed feed = feed(Type.NUMBER, row -> Decimal.of(row == MIDDLE ? edge : row));
      assertAsReference(
          engine, feed, set("sum", new Add(List.of(field("x"), field("row"), number(1)))));
      assertAsReference(engine, feed, set("less", new Subtract(field("x"), field("row"))));
      assertAsReference(
          engine, feed, set("product", new Multiply(List.of(field("x"), number(-3)))));
      assertAsReference(engine, feed, sums("row", "x"));
      assertAsReference(engine, feed, sort("x"), deduplicate("x", Keep.FIRST));
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_numbersBeyondLong_giveWhatTheReferenceGives(ColumnEngines engine) {
    Decimal most = Decimal.of(Long.MAX_VALUE);
    Feed feed =
        feed(Type.NUMBER, row -> row % 3 == 0 ? Decimal.of(row, 3) : most.plus(Decimal.of(row)));
    assertAsReference(engine, feed, set("sum", new Add(List.of(field("x"), field("x")))));
    assertAsReference(engine, feed, new Filter(new Less(field("x"), new Literal(most))), sort("x"));
    assertAsReference(engine, feed, sums("row", "x"));
    assertAsReference(engine, feed, sort("x"), deduplicate("x", Keep.LAST));
  }

  @ParameterizedTest
  @EnumSource
  void run_2000Fields_givesWhatTheReferenceGives(ColumnEngines engine) {
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
    assertAsReference(engine, feed, new SetFields(all), set("label", wide), sort("f1999"));
    assertAsReference(engine, feed, new SetFields(all), new KeepFields(List.of("f7", "f1999")));
  }
}
