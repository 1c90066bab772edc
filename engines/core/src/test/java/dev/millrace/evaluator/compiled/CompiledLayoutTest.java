package dev.millrace.evaluator.compiled;

import static dev.millrace.evaluator.compiled.CompiledRows.ANY;
import static dev.millrace.evaluator.compiled.CompiledRows.NAME;
import static dev.millrace.evaluator.compiled.CompiledRows.SCHEMA;
import static dev.millrace.evaluator.compiled.CompiledRows.X;
import static dev.millrace.evaluator.compiled.CompiledRows.Y;
import static dev.millrace.evaluator.compiled.CompiledRows.assertMade;
import static dev.millrace.evaluator.compiled.CompiledRows.item;
import static dev.millrace.evaluator.compiled.CompiledRows.made;
import static dev.millrace.evaluator.compiled.CompiledRows.number;
import static dev.millrace.evaluator.compiled.CompiledRows.product;
import static dev.millrace.evaluator.compiled.CompiledRows.reference;
import static dev.millrace.evaluator.compiled.CompiledRows.set;
import static dev.millrace.evaluator.compiled.CompiledRows.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Code is for a layout of columns, made wider as batches ask for it, and given up where they go on
/// asking.
class CompiledLayoutTest {
  @Test
  void layout_widensBatchByBatch_isMadeEachTime() throws InterruptedException {
    List<Action> actions =
        List.of(
            set("z", sum(X, Y)),
            set("label", new Concat(List.of(NAME, X, ANY))),
            new Filter(new NotEqual(ANY, number("3"))));
    assertMade(
        actions,
        List.of(
            List.of(item(0), item(1)),
            List.of(item(0, 1, 2, "a"), item(1, 3, 4, "b", 3)),
            List.of(item(0, "1.25", 2, "a", 1)),
            List.of(item(0, 1, "2.5", "a", "text"), item(1, 5, 6, null, 3)),
            List.of(item(0, 7, null, "a", "other")),
            List.of(item(0), item(1))));
  }

  @Test
  void scale_guessedTooSmall_isGuessedAgain() throws InterruptedException {
    List<Action> actions =
        List.of(
            set("parsed", new ParseNumber(NAME, null)),
            set("twice", product(new Field("parsed"), number("2"))));
    assertMade(
        actions,
        List.of(
            List.of(item(0, 1, 1, "12.50 "), item(1)),
            List.of(item(0, 1, 1, "1,000.12345 ")),
            List.of(item(0, 1, 1, "123456789012345678901234567890 ")),
            List.of(item(0, 1, 1, "7 "))));
  }

  @Test
  void layout_coveredByTheLast_isNotMadeAgain() {
    Plan plan = Plan.of(List.of(set("z", sum(X, Y))), SCHEMA);
    var step = new CompiledStep(plan.steps());
    made(step, List.of(item(0, "1.25", null), item(1, null, 5)));
    Compiled wide = step.compiled();
    made(step, List.of(item(0, 3, 4)));
    made(step, List.of(item(0, null, null)));
    assertThat(step.compiled()).isSameAs(wide);
  }

  @Test
  void layouts_tooMany_areLeftToOthers() throws InterruptedException {
    Plan plan = Plan.of(List.of(set("z", sum(X, number("1")))), SCHEMA);
    var step = new CompiledStep(plan.steps());
    int left = 0;
    for (int scale = 0; scale < 12; scale++) {
      List<Item> items = List.of(item(0, Decimal.of(1, scale).toString()));
      Batch batch = Batch.of(items, SCHEMA.size());
      left += made(step, items) == null ? 1 : 0;
      assertThat(List.copyOf(step.of(batch, new Counts()).block()))
          .isEqualTo(reference(plan, items));
    }
    assertThat(left).isPositive().isLessThan(12);
  }

  @Test
  void batches_beyondTheCodeInARow_areNotTriedForEver() throws InterruptedException {
    Plan plan = Plan.of(List.of(set("z", sum(X, number("1")))), SCHEMA);
    var step = new CompiledStep(plan.steps());
    List<Item> beyond = List.of(item(0, "" + Long.MAX_VALUE));
    for (int i = 0; i < 20; i++) {
      step.of(Batch.of(beyond, SCHEMA.size()), new Counts());
    }
    assertThat(step.isGivenUp()).isTrue();
    assertThat(List.copyOf(step.of(Batch.of(beyond, SCHEMA.size()), new Counts()).block()))
        .isEqualTo(reference(plan, beyond));
  }

  @Test
  void batches_beyondTheCodeNowAndThen_areTriedAgain() {
    Plan plan = Plan.of(List.of(set("z", sum(X, number("1")))), SCHEMA);
    var step = new CompiledStep(plan.steps());
    for (int i = 0; i < 40; i++) {
      Item item = i % 4 == 0 ? item(0, 1) : item(0, "" + Long.MAX_VALUE);
      step.of(Batch.of(List.of(item), SCHEMA.size()), new Counts());
    }
    assertThat(step.isGivenUp()).isFalse();
  }
}
