package dev.millrace.evaluator.compiled;

import static dev.millrace.evaluator.compiled.Samples.ANY;
import static dev.millrace.evaluator.compiled.Samples.NAME;
import static dev.millrace.evaluator.compiled.Samples.NOTHING;
import static dev.millrace.evaluator.compiled.Samples.SCHEMA;
import static dev.millrace.evaluator.compiled.Samples.SOLD;
import static dev.millrace.evaluator.compiled.Samples.X;
import static dev.millrace.evaluator.compiled.Samples.Y;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.engine.Answer;
import dev.millrace.engine.OnError;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.generate.Constructs;
import dev.millrace.generate.Values;
import dev.millrace.plan.Plan;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which expressions have code of their own, and that it gives what the reference gives: for each
/// one with and without nulls.
class CompiledExpressionsTest {
  /// `element_at` and `split` have code together only.
  @Test
  void expressions_withCodeOfTheirOwn_areAllHere() {
    Set<Class<?>> here = new HashSet<>();
    Samples.compiled().forEach(expression -> collect(expression, here));
    assertThat(Samples.compiled()).allMatch(CompiledEvaluator::isCompiled);
    Set<String> left =
        Constructs.records(Expression.class)
            .filter(type -> !here.contains(type))
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(left)
        .containsExactlyInAnyOrder(
            "IsType",
            "Join",
            "EditDistance",
            "FormatByPattern",
            "ParseBoolean",
            "TypeOf",
            "Hash",
            "ListOf",
            "MapOf",
            "Size",
            "Get",
            "Put",
            "MapList",
            "FilterList",
            "AnyOf",
            "AllOf",
            "SortList",
            "DistinctList",
            "ParseDate",
            "FormatDate",
            "AddDays",
            "DaysBetween",
            "DatePart",
            "HtmlStrip",
            "HtmlUnescape",
            "UrlEncode",
            "UrlDecode",
            "Slug",
            "IsGtin",
            "GtinCheckDigit",
            "ConvertCurrency");
  }

  private static void collect(Expression expression, Set<Class<?>> types) {
    types.add(expression.getClass());
    Construct.children(expression).forEach(child -> collect(child.expression(), types));
  }

  @ParameterizedTest
  @MethodSource("dev.millrace.evaluator.compiled.Samples#compiled")
  void expression_withCodeOfItsOwn_givesWhatTheReferenceGives(Expression expression) {
    for (int nulls : new int[] {0, 1, 4}) {
      List<Item> items = items(nulls);
      assertMade(set("result", expression), items);
      Expression negated = new LogicExpression.Not(new LogicExpression.IsNull(expression));
      assertMade(new Filter(negated), items);
      if (expression instanceof LogicExpression) {
        assertMade(new Filter(expression), items);
        assertMade(set("result", new If(expression, X, Y)), items);
        assertMade(new Filter(new LogicExpression.Not(expression)), items);
      }
    }
  }

  @Test
  void lists_withAndWithoutNulls_giveWhatTheReferenceGives() {
    Map<Expression, Value> values =
        Map.of(X, Decimal.of(1), NAME, Text.of("red"), SOLD, Bool.TRUE, ANY, Text.of("red"));
    for (Map.Entry<Expression, Value> of : values.entrySet()) {
      for (int nulls : new int[] {0, 1, 4}) {
        assertMade(new KeepListed(of.getKey(), List.of(of.getValue())), items(nulls));
        assertMade(new KeepListed(of.getKey(), List.of(Null.NULL, of.getValue())), items(nulls));
        assertMade(new DropListed(of.getKey(), List.of(of.getValue())), items(nulls));
      }
    }
    assertMade(new Validate(new LogicExpression.IsNull(NOTHING), "never"), items(4));
  }

  /// The code of an action, without a call of the fused evaluator, gives what the reference gives.
  private static void assertMade(Action action, List<Item> items) {
    Plan plan = Plan.of(List.of(action), SCHEMA);
    var step = new CompiledStep(plan.steps());
    Batch made = step.made(Batch.of(items, SCHEMA.size()), new Counts());
    assertThat(made).as(action.toString()).isNotNull();
    assertThat(Objects.requireNonNull(step.compiled()).made())
        .as(action.toString())
        .noneMatch(own -> own.type().equals(RowCall.class));
    assertThat(List.copyOf(made.block()))
        .as(action.toString())
        .isEqualTo(Answer.ofReference(plan, Feed.of(SCHEMA, items), OnError.FAIL).items());
  }

  /// Items of which every field is null once in a while, or never.
  private static List<Item> items(int nulls) {
    var random = new SplittableRandom(nulls);
    var values = new Values(random);
    var items = new ArrayList<Item>();
    for (int row = 0; row < 60; row++) {
      Value[] cells = {
        Decimal.of(random.nextInt(-40, 40), 1),
        Decimal.of(random.nextInt(-4, 4)),
        Text.of(values.text()),
        Text.of(values.word()),
        Bool.of(random.nextBoolean()),
        Bool.of(random.nextBoolean()),
        random.nextBoolean() ? Decimal.of(random.nextInt(3)) : Text.of(values.word())
      };
      for (int i = 0; i < cells.length; i++) {
        cells[i] = nulls > 0 && random.nextInt(nulls) == 0 ? Null.NULL : cells[i];
      }
      items.add(new Item(row, cells));
    }
    return items;
  }

  private static SetFields set(String name, Expression value) {
    return new SetFields(new LinkedHashMap<>(Map.of(name, value)));
  }
}
