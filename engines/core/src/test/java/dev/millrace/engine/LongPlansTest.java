package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Remainder;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plans of 5,000 actions give on every engine what they give on the reference; of actions that
/// wait for all items, whose stages stand on the stack of one another, plans of 500 do.
@Timeout(120)
class LongPlansTest {
  private static final int MANY = 5_000;
  private static final int SOME = 500;
  private static final Schema SCHEMA =
      Schema.of(new Column("x", Type.NUMBER), new Column("name", Type.TEXT));
  private static final Expression X = new Field("x");
  private static final Feed FEED = feed(40);
  private static final Feed ONE = feed(1);

  private static Feed feed(int items) {
    return Feed.of(
        SCHEMA,
        IntStream.range(0, items)
            .mapToObj(row -> new Item(row, Decimal.of(row * 7 % 40), Text.of("n" + row)))
            .toList());
  }

  /// Actions of one kind, by their place in the plan.
  enum Kind {
    ITEM_WISE(MANY, LongPlansTest::itemWise),
    CONDITIONAL(MANY, i -> new Conditional(isSmall(), List.of(itemWise(i)), List.of())),
    ORDERED(SOME, _ -> new Limit(1_000)),
    SORTED(
        SOME,
        i ->
            new Sort(
                List.of(
                    new SortKey(
                        X, i % 2 == 0 ? SortOrder.ASCENDING : SortOrder.DESCENDING, null)))),
    AGGREGATED(SOME, _ -> new Reverse()),
    APPENDED(SOME, _ -> new Union(ONE));

    private final int count;
    private final IntFunction<Action> action;

    Kind(int count, IntFunction<Action> action) {
      this.count = count;
      this.action = action;
    }

    private List<Action> actions() {
      return IntStream.range(0, count).mapToObj(action).toList();
    }
  }

  private static Expression number(int number) {
    return new Literal(Decimal.of(number));
  }

  private static Expression isSmall() {
    return new Less(X, number(20));
  }

  private static Action itemWise(int i) {
    return i % 10 == 9
        ? new Filter(new NotEqual(X, number(i)))
        : set(new Remainder(new Add(List.of(X, number(i))), number(9_973)));
  }

  private static SetFields set(Expression x) {
    return new SetFields(new LinkedHashMap<>(Map.of("x", x)));
  }

  private static List<Item> items(Engines engine, Plan plan) throws InterruptedException {
    var items = new ArrayList<Item>();
    engine.engine().run(plan, FEED, new RunOptions(2, 7, OnError.FAIL)).feed().forEach(items::add);
    return items;
  }

  @ParameterizedTest
  @EnumSource
  void run_actionsOfOneKind_givesWhatTheReferenceGives(Kind kind) throws InterruptedException {
    Plan plan = Plan.of(kind.actions(), SCHEMA);
    List<Item> expected = items(Engines.EAGER, plan);
    assertThat(expected).isNotEmpty();
    for (Engines engine : Engines.values()) {
      assertThat(items(engine, plan)).as(engine.toString()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FUSED", "WORKOR_LOCKFREE", "WORKOR_VECTORISED"})
  void run_moreStagesThanAStackHolds_saysSo(Engines engine) {
    Plan plan = Plan.of(Collections.nCopies(40 * MANY, new Reverse()), SCHEMA);
    assertThatThrownBy(() -> items(engine, plan)).isInstanceOf(StackOverflowError.class);
  }
}
