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
import static dev.millrace.evaluator.compiled.CompiledRows.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.Greater;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.NumberExpression.Negate;
import dev.millrace.expression.NumberExpression.Remainder;
import dev.millrace.expression.NumberExpression.Round;
import dev.millrace.expression.NumberExpression.Subtract;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.Upper;
import dev.millrace.feed.Column;
import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.function.EvaluationException;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Generated code gives what the reference gives, and leaves to others what is beyond it.
class CompiledStepTest {
  private static void assertBeyond(Action action, Item item) throws InterruptedException {
    Plan plan = Plan.of(List.of(action), SCHEMA);
    var step = new CompiledStep(plan.steps());
    assertThat(made(step, List.of(item))).isNull();
    Batch batch = Batch.of(List.of(item), SCHEMA.size());
    assertThat(List.copyOf(step.of(batch, new Counts()).block()))
        .isEqualTo(reference(plan, List.of(item)));
  }

  @Test
  void arithmetic_insideLong_isMade() throws InterruptedException {
    String most = "" + Long.MAX_VALUE;
    String least = "" + (Long.MIN_VALUE + 1);
    List<Action> actions =
        List.of(
            set("sum", sum(X, number("-1"))),
            set("difference", new Subtract(Y, number("-1"))),
            set("negated", new Negate(X)),
            set("product", product(X, number("-1"))),
            set("remainder", new Remainder(Y, number("10"))));
    assertMade(actions, List.of(List.of(item(0, most, least), item(1, null, 5), item(2, 5, null))));
  }

  @Test
  void arithmetic_beyondLong_isLeftToOthers() throws InterruptedException {
    Item most = item(0, "" + Long.MAX_VALUE, "" + (Long.MIN_VALUE + 1));
    assertBeyond(set("z", sum(X, number("1"))), most);
    assertBeyond(set("z", sum(Y, number("-1"))), most);
    assertBeyond(set("z", sum(Y, number("-2"))), most);
    assertBeyond(set("z", new Subtract(Y, number("1"))), most);
    assertBeyond(set("z", product(X, number("2"))), most);
    assertBeyond(set("z", sum(X, number("0.5"))), most);
    assertBeyond(new Filter(new Greater(X, number("0.5"))), most);
  }

  @ParameterizedTest
  @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
  void division_anyMode_roundsAsTheReference(RoundingMode mode) throws InterruptedException {
    List<Action> actions =
        List.of(
            set("quotient", new Divide(X, Y, 1, mode)),
            set("many", new Divide(X, Y, 9, mode)),
            set("rounded", new Round(X, 1, mode)),
            set("tens", new Round(X, -1, mode)));
    var items = new ArrayList<Item>();
    String[] divisors = {"4", "-4", "0.03", "-7", "100000"};
    for (int i = -100; i <= 100; i++) {
      items.add(item(items.size(), Decimal.of(i, 2).toString(), divisors[(i + 100) % 5]));
    }
    items.add(item(items.size(), null, 0));
    assertMade(actions, List.of(items));
  }

  @Test
  void division_byZero_isLeftToOthers() {
    Plan plan = Plan.of(List.of(set("z", new Divide(X, Y, 2, null))), SCHEMA);
    assertThat(made(new CompiledStep(plan.steps()), List.of(item(0, 1, 0)))).isNull();
  }

  @Test
  void branch_notTaken_isNotEvaluated() throws InterruptedException {
    Expression safe = new If(new Equal(Y, number("0")), number("0"), new Divide(X, Y, null, null));
    assertMade(
        List.of(set("z", safe)), List.of(List.of(item(0, 1, 0), item(1, 1, 4), item(2, 1, null))));
  }

  @Test
  void fields_addedInAnotherOrderThanNamed_areInTheirPlaces() {
    var fields = new LinkedHashMap<String, Expression>();
    fields.put("last", X);
    fields.put("first", sum(X, Y));
    Schema after =
        SCHEMA.with(new Column("first", Type.NUMBER)).with(new Column("last", Type.NUMBER));
    var rewritten = new Step(new SetFields(fields), "actions[0]", SCHEMA, after, List.of());
    assertThat(made(new CompiledStep(List.of(rewritten)), List.of(item(0, 3, 4))))
        .containsExactly(new Item(0, value(3), value(4), Null.NULL, Null.NULL, value(7), value(3)));
  }

  @Test
  void value_thatMayBeANumber_isOneInArithmetic() throws InterruptedException {
    List<Action> actions = List.of(set("z", sum(ANY, X)), set("twice", product(ANY, ANY)));
    var step = new CompiledStep(Plan.of(actions, SCHEMA).steps());
    List<Item> numbers = List.of(item(0, 1, 1, "a", 1), item(1, "1.255", 1, "a", "0.001"));
    List<Item> mixed = List.of(item(0, 1, 1, "a", "text"), item(1, 1, 1, "a", 3));
    assertMade(actions, List.of(numbers));
    assertThat(step.made(Batch.of(numbers, SCHEMA.size()), new Counts())).isNotNull();
    assertThatThrownBy(() -> step.made(Batch.of(mixed, SCHEMA.size()), new Counts()))
        .isInstanceOf(EvaluationException.class);
  }

  @Test
  void plan_of700Rules_isMade() throws InterruptedException {
    var actions = new ArrayList<Action>();
    for (int rule = 0; rule < 700; rule++) {
      Expression matches = new Equal(NAME, new Literal(Text.of("brand" + rule)));
      actions.add(set("x", new If(matches, sum(X, number("" + rule)), X)));
    }
    List<Item> items =
        IntStream.range(0, 50).mapToObj(i -> item(i, i, i, "brand" + 20 * i)).toList();
    assertMade(actions, List.of(items));
  }

  @Test
  void functionsOfCodes_evaluatedForTheDictionary_giveWhatTheReferenceGives()
      throws InterruptedException {
    Expression shout = new Upper(new Concat(List.of(NAME, new Literal(Text.of("!")))));
    Expression isRed = new Contains(new Lower(NAME), new Literal(Text.of("red")));
    List<Action> actions =
        List.of(set("shout", shout), set("color", new If(isRed, NAME, shout)), new Filter(isRed));
    Plan plan = Plan.of(actions, SCHEMA);
    var step = new CompiledStep(plan.steps());
    List<Item> items =
        IntStream.range(0, 60)
            .mapToObj(row -> item(row, row, 1, row % 7 == 0 ? null : "Red" + row % 3))
            .toList();
    for (List<Item> batch : List.of(CompactBlock.of(items), CompactBlock.of(items.reversed()))) {
      assertThat(made(step, batch)).isEqualTo(reference(plan, batch));
      assertThat(Objects.requireNonNull(step.compiled()).layout().coded()).containsExactly(2);
    }
    assertThat(made(step, items)).isEqualTo(reference(plan, items));
    assertThat(Objects.requireNonNull(step.compiled()).layout().coded()).isEmpty();
  }
}
