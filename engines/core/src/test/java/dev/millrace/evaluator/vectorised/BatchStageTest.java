package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Remainder;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Arrays are lent to batch after batch, and what came out of one does not change with the next.
class BatchStageTest {
  private static final int ITEMS = 3_000;
  private static final Schema SCHEMA =
      Schema.of(new Column("x", Type.NUMBER), new Column("y", Type.NUMBER));
  private static final Expression X = new Field("x");
  private static final Action SET_X = set("x", new Add(List.of(X, number(7))));
  private static final Action SET_Y = set("y", new Add(List.of(new Field("y"), X)));
  private static final Action HALF = new Filter(new Less(new Remainder(X, number(10)), number(5)));

  static Stream<List<Action>> plans() {
    return Stream.of(
        List.of(SET_X),
        List.of(HALF),
        List.of(SET_X, HALF),
        List.of(SET_X, HALF, SET_Y),
        List.of(SET_X, SET_Y, HALF, HALF),
        List.of(set("x", new If(new Less(X, number(900)), number(1), X)), HALF),
        List.of(
            SET_Y,
            new Conditional(new Less(X, number(1_000)), List.of(SET_X, HALF), List.of(SET_Y))));
  }

  private static Action set(String field, Expression to) {
    return new SetFields(new TreeMap<>(Map.of(field, to)));
  }

  private static Expression number(long number) {
    return new Literal(Decimal.of(number));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void of_oneBatchAfterAnother_keepsWhatCameOutBefore(List<Action> plan) {
    List<Step> steps = Plan.of(plan, SCHEMA).steps();
    var stage =
        new BatchStage(
            BatchSteps.of(steps), SCHEMA.size(), () -> new FusedEvaluator().items(steps));
    Feed objects = Feed.of(SCHEMA, items());
    for (Feed feed : List.of(objects, objects.compact())) {
      var made = new ArrayList<List<Item>>();
      var expected = new ArrayList<List<Item>>();
      for (List<Item> piece : feed.pieces(0, ITEMS)) {
        made.add(stage.of(piece, new Counts()));
        expected.add(List.copyOf(made.getLast()));
        expected.getLast().forEach(item -> item.copy(SCHEMA.size()));
      }
      assertThat(made).isEqualTo(expected);
    }
  }

  private static List<Item> items() {
    return IntStream.range(0, ITEMS)
        .mapToObj(i -> new Item(i, Decimal.of(i * 7_919 % 1_801), Decimal.of(i)))
        .toList();
  }
}
