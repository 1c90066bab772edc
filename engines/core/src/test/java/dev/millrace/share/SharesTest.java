package dev.millrace.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunHandle;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.AtLeast;
import dev.millrace.expression.TextExpression.EditDistance;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.trace.Stretch;
import dev.millrace.trace.Trace;
import dev.millrace.trace.Unit;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharesTest {
  private static final Schema SCHEMA = Schema.of(new Column("n", Type.NUMBER));
  private static final Feed FEED =
      Feed.of(SCHEMA, IntStream.range(0, 2_000).mapToObj(n -> new Item(n, Decimal.of(n))).toList());
  private static final Field N = new Field("n");
  private static final Action CHEAP = set("cheap", N);
  private static final Action SORT = new Sort(List.of(new SortKey(N, SortOrder.DESCENDING, null)));
  private static final Action SOME = new Filter(new AtLeast(N, new Literal(Decimal.of(10))));

  @ParameterizedTest
  @EnumSource(
      names = {"EAGER"},
      mode = EnumSource.Mode.EXCLUDE)
  void shares_ofEveryUnit_areOfItsActions(Engines engine) throws InterruptedException {
    var branches =
        new Conditional(
            new AtLeast(N, new Literal(Decimal.of(1_000))), List.of(SORT), List.of(CHEAP));
    Plan plan =
        Plan.of(
            List.of(CHEAP, SOME, SORT, new Scan("sum", Decimal.ZERO, N), branches, SOME), SCHEMA);
    Shares shares = measured(engine, plan);
    for (Unit unit : units(engine, plan)) {
      List<Share> ofUnit = shares.of(unit);
      assertThat(ofUnit).allMatch(share -> share.share() >= 0 && share.share() <= 1);
      assertThat(ofUnit.stream().mapToDouble(Share::share).sum()).isBetween(0.0, 1 + 1e-9);
      checkSteps(unit.stretch(), unit.kind(), ofUnit);
    }
  }

  /// An action with a thousand times the work of its neighbours.
  @ParameterizedTest
  @EnumSource(names = {"FUSED", "WORKOR_LOCKFREE", "WORKOR_VECTORISED", "CURSOR_TIERED"})
  void shares_ofOneDearAction_areNearlyAll(Engines engine) throws InterruptedException {
    var dear = set("dear", new EditDistance(new ToText(N), new Literal(Text.of("1".repeat(500)))));
    Plan plan = Plan.of(List.of(CHEAP, SOME, dear), SCHEMA);
    Shares shares = measured(engine, plan);
    Unit chunk =
        units(engine, plan).stream()
            .filter(unit -> unit.kind() == Unit.Kind.SEGMENT)
            .findFirst()
            .orElseThrow();
    assertThat(shares.of(chunk).getLast().share()).isGreaterThan(0.5);
  }

  private static void checkSteps(@Nullable Stretch stretch, Unit.Kind kind, List<Share> shares) {
    var steps = new ArrayList<Step>();
    if (stretch != null) {
      steps.addAll(kind == Unit.Kind.SEGMENT ? stretch.items() : List.of());
      steps.addAll(stretch.seam() == null ? List.of() : List.of(stretch.seam()));
    }
    if (stretch != null && stretch.number() == Stretch.WHOLE) {
      assertThat(shares).extracting(Share::step).containsAll(steps);
    } else {
      assertThat(shares).extracting(Share::step).containsExactlyElementsOf(steps);
    }
  }

  private static Shares measured(Engines engine, Plan plan) {
    if (engine.engine() instanceof ComposedEngine(Evaluator evaluator, _, _)) {
      return Shares.measured(plan, evaluator, FEED, OnError.FAIL);
    }
    throw new IllegalArgumentException(engine + " has no evaluator");
  }

  private static List<Unit> units(Engines engine, Plan plan) throws InterruptedException {
    var trace = new Trace();
    engine.engine().run(plan, FEED, RunOptions.parallel(2), new RunHandle(2, trace));
    return trace.units();
  }

  private static Action set(String field, Expression to) {
    return new SetFields(new TreeMap<>(Map.of(field, to)));
  }
}
