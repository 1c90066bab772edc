package dev.millrace.evaluator.fused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.OrderedAction;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.engine.OnError;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.feed.Column;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ordered stages go on with the state they have when their source has nothing for a while.
class OrderedStagesTest {
  private static final Schema SCHEMA = Schema.of(new Column("n", Type.NUMBER));
  private static final Field N = new Field("n");
  private static final List<Item> ITEMS = items(1, 1, 2, null, 1, 5, null, 2, 1);

  static Stream<OrderedAction> actions() {
    var belowFive = new Less(N, new Literal(Decimal.of(5)));
    var one = new Literal(Decimal.ONE);
    return Stream.of(
        new Limit(3),
        new LimitWhile(new Less(N, new Literal(Decimal.of(2)))),
        new LimitPer(List.of(N), 2),
        new Skip(3),
        new SkipWhile(belowFive),
        new FillDown(List.of("n")),
        new RowNumber("row", null),
        new Scan("items", Decimal.ZERO, new Add(List.of(new Variable(Scan.PREVIOUS), one))));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void next_sourceWithPauses_goesOnWithItsState(OrderedAction action) {
    List<Item> straight = drained(action, 0);
    assertThat(straight).isNotEmpty();
    assertThat(drained(action, 1)).isEqualTo(straight);
    assertThat(drained(action, 3)).isEqualTo(straight);
  }

  @Test
  void actions_ofTheFamily_areAllHere() {
    assertThat(actions())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(OrderedAction.class.getPermittedSubclasses());
  }

  /// What the stage gives when it is asked again after each null, `pauses` of which its source puts
  /// before every item.
  private static List<Item> drained(OrderedAction action, int pauses) {
    var step = Plan.of(List.of(action), SCHEMA).steps().getFirst();
    var ledger = new Ledger(OnError.FAIL, () -> {});
    Queue<List<Item>> source = new ArrayDeque<>();
    for (Item item : ITEMS) {
      for (int i = 0; i < pauses; i++) {
        source.add(List.of());
      }
      source.add(List.of(item));
    }
    ItemStream stage =
        OrderedStages.of(action, step)
            .apply(
                () -> {
                  List<Item> next = source.poll();
                  return next == null || next.isEmpty() ? null : next.getFirst();
                },
                ledger);
    var drained = new ArrayList<Item>();
    for (int asked = 0; asked <= ITEMS.size() * (pauses + 1); asked++) {
      Item item = stage.next();
      if (item != null) {
        drained.add(item);
      }
    }
    return drained;
  }

  private static List<Item> items(@Nullable Integer... numbers) {
    var items = new ArrayList<Item>();
    for (Integer number : numbers) {
      Value value = number == null ? Null.NULL : Decimal.of(number);
      items.add(new Item(items.size(), value));
    }
    return items;
  }
}
