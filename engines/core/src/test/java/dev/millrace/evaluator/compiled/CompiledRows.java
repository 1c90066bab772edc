package dev.millrace.evaluator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows with numbers, a name and any value, and what the code of steps over them makes.
final class CompiledRows {
  static final Schema SCHEMA =
      Schema.of(
          new Column("x", Type.NUMBER),
          new Column("y", Type.NUMBER),
          new Column("name", Type.TEXT),
          new Column("any", Type.ANY));
  static final Expression X = new Field("x");
  static final Expression Y = new Field("y");
  static final Expression NAME = new Field("name");
  static final Expression ANY = new Field("any");

  private CompiledRows() {}

  static Expression number(String number) {
    return new Literal(Objects.requireNonNull(Decimal.parse(number)));
  }

  static SetFields set(String name, Expression value) {
    var fields = new LinkedHashMap<String, Expression>();
    fields.put(name, value);
    return new SetFields(fields);
  }

  static Add sum(Expression... of) {
    return new Add(List.of(of));
  }

  static Multiply product(Expression... of) {
    return new Multiply(List.of(of));
  }

  static Value value(@Nullable Object of) {
    return switch (of) {
      case null -> Null.NULL;
      case Integer number -> Decimal.of(number);
      case String text -> Objects.requireNonNullElseGet(Decimal.parse(text), () -> Text.of(text));
      default -> throw new IllegalArgumentException(of.toString());
    };
  }

  /// An item with two numbers, a name, and any value.
  static Item item(int row, @Nullable Object... values) {
    var all = new Value[SCHEMA.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < values.length ? value(values[i]) : Null.NULL;
    }
    return new Item(row, all);
  }

  static List<Item> reference(Plan plan, List<Item> items) throws InterruptedException {
    var options = new RunOptions(1, 1_000, OnError.FAIL);
    var result = new ArrayList<Item>();
    Engines.EAGER.engine().run(plan, Feed.of(SCHEMA, items), options).feed().forEach(result::add);
    return result;
  }

  /// What the code of a step makes of a batch, null when that is beyond it.
  static @Nullable List<Item> made(CompiledStep step, List<Item> items) {
    Batch made = step.made(Batch.of(items, SCHEMA.size()), new Counts());
    return made == null ? null : List.copyOf(made.block());
  }

  static void assertMade(List<Action> actions, List<List<Item>> batches)
      throws InterruptedException {
    Plan plan = Plan.of(actions, SCHEMA);
    var step = new CompiledStep(plan.steps());
    for (List<Item> batch : batches) {
      assertThat(made(step, batch)).isEqualTo(reference(plan, batch));
    }
  }
}
