package dev.millrace.evaluator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.CollectionExpression.ElementAt;
import dev.millrace.expression.Construct;
import dev.millrace.expression.ConversionExpression.FormatNumber;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TextExpression.Split;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import dev.millrace.generate.Values;
import dev.millrace.plan.Plan;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which expressions have code of their own, and that it gives what the reference gives: for each
/// one with and without nulls, and for generated plans over feeds whose numbers fit a long.
class CompiledExpressionsTest {
  private static final int CASES = Integer.getInteger("millrace.cases", 1_000);
  private static final List<OnError> POLICIES = List.of(OnError.values());
  private static final Schema SCHEMA =
      Schema.of(
          new Column("x", Type.NUMBER),
          new Column("y", Type.NUMBER),
          new Column("name", Type.TEXT),
          new Column("word", Type.TEXT),
          new Column("sold", Type.BOOLEAN),
          new Column("free", Type.BOOLEAN),
          new Column("any", Type.ANY));
  private static final Expression X = new Field("x");
  private static final Expression Y = new Field("y");
  private static final Expression NAME = new Field("name");
  private static final Expression WORD = new Field("word");
  private static final Expression SOLD = new Field("sold");
  private static final Expression FREE = new Field("free");
  private static final Expression ANY = new Field("any");
  private static final Expression TWO = new Literal(Decimal.of(2));
  private static final Expression RED = new Literal(Text.of("red"));
  private static final Expression TRUE = new Literal(Bool.TRUE);
  private static final Expression NOTHING = new Literal(Null.NULL);

  /// Of each expression that has code of its own the cases that its code tells apart.
  static Stream<Expression> compiled() {
    return Stream.of(basic(), logic(), numbers(), texts()).flatMap(list -> list);
  }

  private static Stream<Expression> basic() {
    var more = new Variable("more");
    return Stream.of(
        X,
        new Literal(Text.of("same")),
        NOTHING,
        new If(SOLD, X, Y),
        new If(SOLD, X, new Literal(Decimal.of(125, 2))),
        new If(SOLD, NAME, NOTHING),
        new If(SOLD, NAME, X),
        new If(FREE, SOLD, new Less(X, Y)),
        new If(NOTHING, NAME, WORD),
        new Coalesce(List.of(NOTHING, X, Y, TWO)),
        new Coalesce(List.of(NAME, RED)),
        new Coalesce(List.of(SOLD, FREE)),
        new Coalesce(List.of(ANY, X)),
        new Let("more", new NumberExpression.Add(List.of(X, TWO)), product(more, more)),
        new Let("more", NAME, new TextExpression.Concat(List.of(more, more))),
        new Let("more", new If(SOLD, NOTHING, NOTHING), new LogicExpression.IsNull(more)),
        new ToText(NAME),
        new ToText(X),
        new ToText(SOLD),
        new ToText(ANY),
        new ParseNumber(new ToText(X), null),
        new ParseNumber(new ToText(Y), ","),
        new NumberExpression.Add(List.of(new ParseNumber(new ToText(Y), null), X)),
        new NumberExpression.Add(List.of(NOTHING, X)),
        new FormatNumber(X, 2, ","),
        new FormatNumber(X, 0, null),
        new ElementAt(new Split(NAME, " "), new Literal(Decimal.ZERO)),
        new ElementAt(new Split(NAME, " "), new Literal(Decimal.ONE)));
  }

  private static Stream<Expression> logic() {
    var less = new Less(X, Y);
    return Stream.of(
            new LogicExpression.And(List.of(SOLD, less, FREE)),
            new LogicExpression.Or(List.of(SOLD, less, FREE)),
            new LogicExpression.Not(SOLD),
            new LogicExpression.Not(new LogicExpression.And(List.of(SOLD, FREE))),
            new LogicExpression.Not(new LogicExpression.Or(List.of(SOLD, less))),
            new LogicExpression.And(java.util.Collections.nCopies(40, less)),
            new LogicExpression.Or(List.of(NOTHING, SOLD)),
            new LogicExpression.IsNull(X),
            new LogicExpression.IsNull(NAME),
            new LogicExpression.IsNull(SOLD),
            new LogicExpression.IsNull(ANY),
            new LogicExpression.OneOf(NAME, List.of(Text.of("red"), Text.of("a"))),
            new LogicExpression.OneOf(X, List.of(Decimal.of(1), Decimal.of(2))),
            new LogicExpression.OneOf(ANY, List.of(Decimal.of(1), Text.of("red"))))
        .flatMap(each ->
            each instanceof LogicExpression.IsNull(var of)
                ? Stream.concat(Stream.of(each), comparisons(of))
                : Stream.of(each));
  }

  /// The comparisons of a field with a field, a constant, and something of another kind.
  private static Stream<Expression> comparisons(Expression left) {
    Expression right = left.equals(X) ? Y : left.equals(NAME) ? WORD : left.equals(SOLD) ? FREE : X;
    Expression constant = left.equals(X) ? TWO : left.equals(SOLD) ? TRUE : RED;
    return Stream.of(right, constant, NOTHING, ANY)
        .flatMap(to ->
            Stream.of(
                new LogicExpression.Equal(left, to),
                new LogicExpression.NotEqual(to, left),
                new Less(left, to),
                new LogicExpression.AtMost(left, to),
                new LogicExpression.Greater(left, to),
                new LogicExpression.AtLeast(left, to)));
  }

  private static Stream<Expression> numbers() {
    List<Expression> some = List.of(X, new Literal(Decimal.of(15, 1)), Y);
    return Stream.of(
        new NumberExpression.Add(some),
        new NumberExpression.Subtract(X, Y),
        new NumberExpression.Multiply(some),
        new NumberExpression.Divide(X, TWO, null, null),
        new NumberExpression.Divide(X, new Literal(Decimal.of(3, 2)), 0, RoundingMode.DOWN),
        new NumberExpression.Remainder(X, new Literal(Decimal.of(3))),
        new NumberExpression.Round(X, null, null),
        new NumberExpression.Round(X, -1, RoundingMode.UP),
        new NumberExpression.Round(X, 9, null),
        new NumberExpression.Absolute(X),
        new NumberExpression.Negate(X),
        new NumberExpression.Smallest(some),
        new NumberExpression.Smallest(List.of(X, Y)),
        new NumberExpression.Largest(some),
        new NumberExpression.Largest(List.of(X, Y)));
  }

  private static NumberExpression product(Expression... of) {
    return new NumberExpression.Multiply(List.of(of));
  }

  private static Stream<Expression> texts() {
    return Stream.of(
        new TextExpression.Concat(List.of(NAME, RED, X, SOLD, ANY, NOTHING)),
        new TextExpression.Concat(List.of(new TextExpression.Concat(List.of(NAME, Y)), NAME)),
        new TextExpression.Lower(NAME),
        new TextExpression.Lower(new If(SOLD, NAME, NOTHING)),
        new TextExpression.Upper(NAME),
        new TextExpression.CamelCase(NAME),
        new TextExpression.TitleCase(NAME),
        new TextExpression.KebabCase(NAME),
        new TextExpression.Trim(NAME),
        new TextExpression.Replace(NAME, WORD, RED),
        new TextExpression.RegexReplace(NAME, "[a-z]+", "<$0>"),
        new TextExpression.RegexMatches(NAME, "r|S"),
        new TextExpression.RegexExtract(NAME, "(\\w)(\\d)?", null),
        new TextExpression.RegexExtract(NAME, "(\\w)(\\d)?", 2),
        new TextExpression.Contains(NAME, RED),
        new TextExpression.Contains(NAME, WORD),
        new TextExpression.ContainsAny(NAME, List.of("ed", "wool")),
        new TextExpression.StartsWith(NAME, WORD),
        new TextExpression.EndsWith(NAME, WORD),
        new TextExpression.Length(NAME),
        new TextExpression.Substring(NAME, 1, null),
        new TextExpression.Substring(NAME, -2, 1));
  }

  /// `element_at` and `split` have code together only.
  @Test
  void expressions_withCodeOfTheirOwn_areAllHere() {
    Set<Class<?>> here = new HashSet<>();
    compiled().forEach(expression -> collect(expression, here));
    assertThat(compiled()).allMatch(CompiledEvaluator::isCompiled);
    Set<String> left =
        records(Expression.class)
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

  private static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses()).flatMap(CompiledExpressionsTest::records);
  }

  @ParameterizedTest
  @MethodSource("compiled")
  void expression_withCodeOfItsOwn_givesWhatTheReferenceGives(Expression expression)
      throws InterruptedException {
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
  void lists_withAndWithoutNulls_giveWhatTheReferenceGives() throws InterruptedException {
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
  private static void assertMade(Action action, List<Item> items) throws InterruptedException {
    Plan plan = Plan.of(List.of(action), SCHEMA);
    var step = new CompiledStep(plan.steps());
    Batch made = step.made(Batch.of(items, SCHEMA.size()), new Counts());
    assertThat(made).as(action.toString()).isNotNull();
    assertThat(Objects.requireNonNull(step.compiled()).made())
        .as(action.toString())
        .noneMatch(own -> own.type().equals(RowCall.class));
    assertThat(List.copyOf(made.block()))
        .as(action.toString())
        .isEqualTo(answer(Engines.EAGER, plan, Feed.of(SCHEMA, items), OnError.FAIL).items());
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

  @Test
  void plans_generatedOverTameFeeds_giveWhatTheReferenceGives() throws InterruptedException {
    Long replay = Long.getLong("millrace.seed");
    long first = replay == null ? System.nanoTime() : replay;
    int cases = replay == null ? CASES : 1;
    for (long seed = first; seed < first + cases; seed++) {
      var random = new SplittableRandom(seed);
      Plan plan = itemWise(random);
      Feed feed = tame(random);
      OnError policy = POLICIES.get(random.nextInt(POLICIES.size()));
      assertThat(answer(Engines.COMPILED, plan, feed.compact(), policy))
          .as("replay with -Dmillrace.seed=" + seed + ": " + plan)
          .isEqualTo(answer(Engines.EAGER, plan, feed, policy));
    }
  }

  private static Plan itemWise(RandomGenerator random) {
    while (true) {
      Plan plan = new Plans(random).plan();
      if (plan.steps().stream().allMatch(step -> step.action().isItemWise())) {
        return plan;
      }
    }
  }

  private static Feed tame(RandomGenerator random) {
    var values = new Values(random);
    int nulls = random.nextInt(3) == 0 ? Integer.MAX_VALUE : 6;
    int scale = random.nextInt(4);
    var items = new ArrayList<Item>();
    for (int row = random.nextInt(150); row >= 0; row--) {
      List<Value> cells = new ArrayList<>();
      cells.add(Decimal.of(row));
      cells.add(Decimal.of(random.nextInt(10)));
      cells.add(Decimal.of(random.nextInt(-2_000, 2_000), scale));
      for (Column column : Feeds.SCHEMA.columns().subList(3, Feeds.SCHEMA.size())) {
        cells.add(values.present(column.type()));
      }
      cells.replaceAll(value -> random.nextInt(nulls) == 0 ? Null.NULL : value);
      items.add(new Item(items.size(), cells.toArray(Value[]::new)));
    }
    return Feed.of(Feeds.SCHEMA, items);
  }

  /// What a run gave, or how it failed.
  private record Answer(List<Item> items, List<ItemError> errors, Object counts, String failure) {}

  private static Answer answer(Engines engine, Plan plan, Feed feed, OnError policy)
      throws InterruptedException {
    try {
      RunResult result = engine.engine().run(plan, feed, new RunOptions(1, 1_000, policy));
      var items = new ArrayList<Item>();
      result.feed().forEach(items::add);
      return new Answer(items, result.errors(), result.counts(), "");
    } catch (ItemException failed) {
      return new Answer(List.of(), List.of(), "", failed.error().toString());
    }
  }
}
