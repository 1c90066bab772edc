package dev.millrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.expression.TextExpression.RegexReplace;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("price", Type.NUMBER),
          new Column("title", Type.TEXT),
          new Column("tags", Type.LIST));
  private static final Field PRICE = new Field("price");
  private static final Field TITLE = new Field("title");
  private static final Expression TITLE_TEXT = new ToText(TITLE);

  static Stream<Arguments> wrongActions() {
    return Stream.of(
        wrong(
            new Filter(new Field("prise")),
            "actions[0].filter: field 'prise' is not in the feed; did you mean 'price'?"),
        wrong(new Filter(TITLE), "actions[0].filter: wants boolean, but this is text"),
        wrong(new Filter(new Less(PRICE, TITLE)), "actions[0].filter: compares number with text"),
        wrong(
            new Filter(new RegexMatches(TITLE, "a(")),
            "actions[0].filter.pattern: bad pattern: Unclosed group at place 2"),
        wrong(
            set(new RegexReplace(TITLE, "a", "$3")),
            "actions[0].set.new.with: bad replacement: No group 3"),
        wrong(set(new Lower(PRICE)), "actions[0].set.new.lower: wants text, but this is number"),
        wrong(
            set(new Add(List.of(PRICE, TITLE))),
            "actions[0].set.new.add[1]: wants number, but this is text"),
        wrong(set(new Add(List.of())), "actions[0].set.new: wants at least one operand"),
        wrong(set(new Variable("x")), "actions[0].set.new: variable 'x' is not bound here"),
        wrong(
            set(new ParseNumber(TITLE, ";")),
            "actions[0].set.new.decimal: wants \".\" or \",\", not \";\""),
        wrong(
            set(new Divide(PRICE, PRICE, 5_000, null)),
            "actions[0].set.new.scale: wants at most 1000 decimals"),
        wrong(new SetFields(new LinkedHashMap<>()), "actions[0].set: wants at least one field"),
        wrong(
            new RemoveFields(List.of("brand")),
            "actions[0].remove: field 'brand' is not in the feed"),
        wrong(
            new KeepFields(List.of("price", "price")),
            "actions[0].keep: field 'price' is named twice"),
        wrong(
            new RenameFields(one("price", "title")),
            "actions[0].rename: there would be two fields named 'title'"),
        wrong(new Explode("title", null), "actions[0].explode: field 'title' is text, not list"),
        wrong(new Sort(List.of()), "actions[0].sort: wants at least one key"),
        wrong(new Limit(-1), "actions[0].limit: wants a number that is not negative, not -1"),
        wrong(
            new Scan("sum", Decimal.ZERO, TITLE),
            "actions[0].step: wants number, as the start is, but this is text"),
        wrong(
            new Group(List.of("title"), one("n", new Aggregate.Sum(TITLE))),
            "actions[0].into.n.sum: wants number, but this is text"),
        wrong(
            new Conditional(
                new Less(PRICE, PRICE), List.of(), List.of(new Filter(new Field("titel")))),
            "actions[0].else[0].filter: field 'titel' is not in the feed; did you mean 'title'?"));
  }

  static Stream<Arguments> wrongRowActions() {
    var zero = List.<Value>of(Decimal.ZERO);
    var toZero = new Replacement(Text.of("a"), Decimal.ZERO);
    return Stream.of(
        wrong(
            new FillMissing(new LinkedHashMap<>()),
            "actions[0].fill_missing: wants at least one field"),
        wrong(
            new FillMissing(one("price", new Field("prise"))),
            "actions[0].fill_missing.price: field 'prise' is not in the feed; did you mean"
                + " 'price'?"),
        wrong(
            new SplitField("price", "/", List.of("a")),
            "actions[0].split_field: field 'price' is number, not text"),
        wrong(
            new SplitField("title", "", List.of("a")),
            "actions[0].separator: wants a separator that is not empty"),
        wrong(new SplitField("title", "/", List.of()), "actions[0].into: wants at least one field"),
        wrong(
            new SplitField("title", "/", List.of("a", "a")),
            "actions[0].into: field 'a' is named twice"),
        wrong(
            new MergeFields(List.of(), "a", null),
            "actions[0].merge_fields: wants at least one field"),
        wrong(
            new MergeFields(List.of("titel"), "a", null),
            "actions[0].merge_fields: field 'titel' is not in the feed; did you mean 'title'?"),
        wrong(
            new ReplaceValues("title", List.of(), null),
            "actions[0].with: wants at least one replacement"),
        wrong(
            new ReplaceValues("price", List.of(toZero), null),
            "actions[0].with[0].from: wants number, as what it is compared with, but this is"
                + " text"),
        wrong(
            new ReplaceValues("title", List.of(toZero, toZero), null),
            "actions[0].with[1].from: is replaced by with[0] already"),
        wrong(
            new Sample(PRICE, Decimal.of(11, 1)),
            "actions[0].share: wants a number from 0 to 1, not 1.1"),
        wrong(
            new Sample(PRICE, Decimal.of(-1)),
            "actions[0].share: wants a number from 0 to 1, not -1"),
        wrong(new KeepListed(TITLE, List.of()), "actions[0].values: wants at least one value"),
        wrong(
            new KeepListed(TITLE, zero),
            "actions[0].values[0]: wants text, as what it is compared with, but this is number"),
        wrong(
            new DropListed(new Field("brand"), zero),
            "actions[0].drop_listed: field 'brand' is not in the feed"),
        wrong(new Validate(TITLE, "no"), "actions[0].validate: wants boolean, but this is text"),
        wrong(new Skip(-2), "actions[0].skip: wants a number that is not negative, not -2"),
        wrong(new SkipWhile(PRICE), "actions[0].skip_while: wants boolean, but this is number"),
        wrong(new LimitWhile(PRICE), "actions[0].limit_while: wants boolean, but this is number"),
        wrong(new LimitPer(List.of(), 1), "actions[0].limit_per: wants at least one key"),
        wrong(
            new LimitPer(List.of(PRICE, new Lower(PRICE)), 1),
            "actions[0].limit_per[1].lower: wants text, but this is number"),
        wrong(
            new LimitPer(List.of(PRICE), -1),
            "actions[0].count: wants a number that is not negative, not -1"),
        wrong(new FillDown(List.of()), "actions[0].fill_down: wants at least one field"),
        wrong(
            new FillDown(List.of("titel")),
            "actions[0].fill_down: field 'titel' is not in the feed; did you mean 'title'?"));
  }

  static Stream<Arguments> wrongTables() {
    Feed table =
        table(new Column("id", Type.TEXT), Text.of("a"), Null.NULL, Text.of("b"), Text.of("a"));
    Feed unique = table(new Column("id", Type.TEXT), Text.of("a"), Null.NULL, Null.NULL);
    return Stream.of(
        wrong(
            new Lookup(TITLE, table, "id", List.of("id"), null),
            "actions[0].table: has the key \"a\" twice, in rows 0 and 3 (counted from 0)"),
        wrong(
            new Lookup(TITLE, unique, "idd", List.of("id"), null),
            "actions[0].on: field 'idd' is not in the table; did you mean 'id'?"),
        wrong(
            new Lookup(TITLE, unique, "id", List.of("name"), null),
            "actions[0].take: field 'name' is not in the table"),
        wrong(
            new Lookup(TITLE, unique, "id", List.of(), null),
            "actions[0].take: wants at least one field"),
        wrong(
            new Lookup(PRICE, unique, "id", List.of("id"), null),
            "actions[0].lookup: wants text, as the table's 'id' is, but this is number"),
        wrong(
            new Union(table(new Column("prise", Type.NUMBER))),
            "actions[0].union: its field 'prise' is not in the feed; did you mean 'price'?"),
        wrong(
            new Union(table(new Column("price", Type.TEXT), Null.NULL, Text.of("1"))),
            "actions[0].union: its field 'price' is text and not number, as in the feed"),
        wrong(
            new Union(table(new Column("price", Type.ANY), Decimal.ONE)),
            "actions[0].union: its field 'price' is any and not number, as in the feed"));
  }

  @Test
  void output_rowActions_haveTheTypesOfWhatTheyGive() {
    Feed table = table(new Column("id", Type.TEXT), Text.of("a"));
    var replacements =
        List.of(new Replacement(Text.of("a"), Null.NULL), new Replacement(Null.NULL, Bool.TRUE));
    Plan plan =
        Plan.of(
            List.of(
                new FillMissing(one("price", TITLE)),
                new SplitField("title", "/", List.of("a", "tags")),
                new MergeFields(List.of("price", "a"), "b", null),
                new ReplaceValues("title", replacements, Bool.FALSE),
                new ReplaceValues("a", replacements, null),
                new Lookup(TITLE_TEXT, table, "id", List.of("id"), null),
                new Union(table(new Column("b", Type.NUMBER), Null.NULL))),
            SCHEMA);
    assertThat(plan.output().toString())
        .isEqualTo("price:any, title:boolean, tags:text, a:any, b:text, id:text");
  }

  private static Feed table(Column column, Value... values) {
    var rows = new ArrayList<Item>();
    for (Value value : values) {
      rows.add(new Item(rows.size(), value));
    }
    return Feed.of(Schema.of(column), rows);
  }

  @ParameterizedTest
  @MethodSource({"wrongActions", "wrongRowActions", "wrongTables"})
  void of_wrongAction_namesPlaceAndProblem(Action action, String problem) {
    assertThatThrownBy(() -> Plan.of(List.of(action), SCHEMA))
        .isInstanceOf(PlanException.class)
        .hasMessage(problem);
  }

  @Test
  void of_severalProblems_namesAll() {
    List<Action> actions = List.of(new Filter(TITLE), new RemoveFields(List.of("x")));
    assertThatThrownBy(() -> Plan.of(actions, SCHEMA))
        .isInstanceOfSatisfying(
            PlanException.class, thrown -> assertThat(thrown.problems()).hasSize(2));
  }

  @Test
  void output_branchesWithOtherColumns_hasBoth() {
    var then = List.<Action>of(set(TITLE), new RemoveFields(List.of("tags")));
    var otherwise = List.<Action>of(new SetFields(one("price", TITLE)));
    Plan plan = Plan.of(List.of(new Conditional(new Less(PRICE, PRICE), then, otherwise)), SCHEMA);
    assertThat(plan.output())
        .isEqualTo(
            Schema.of(
                new Column("price", Type.ANY),
                new Column("title", Type.TEXT),
                new Column("new", Type.TEXT),
                new Column("tags", Type.LIST)));
  }

  @Test
  void output_nullLiterals_fitEveryWhere() {
    Literal nothing = new Literal(Null.NULL);
    Plan plan =
        Plan.of(List.of(set(new Lower(nothing)), new Filter(new Less(nothing, PRICE))), SCHEMA);
    assertThat(plan.output().typeOf("new")).isEqualTo(Type.TEXT);
  }

  @Test
  void near_misspelling_isFoundAndFarNamesAreNot() {
    List<String> known = List.of("price", "title", "workor-mvar");
    assertThat(Suggestion.near("Prise", known)).isEqualTo("price");
    assertThat(Suggestion.near("workor_mvar", known)).isEqualTo("workor-mvar");
    assertThat(Suggestion.near("brand", known)).isNull();
  }

  private static SetFields set(Expression expression) {
    return new SetFields(one("new", expression));
  }

  private static <T> SequencedMap<String, T> one(String key, T value) {
    var map = new LinkedHashMap<String, T>();
    map.put(key, value);
    return map;
  }

  private static Arguments wrong(Action action, String problem) {
    return Arguments.of(action, problem);
  }

  @Test
  void scan_textStart_isText() {
    Plan plan = Plan.of(List.of(new Scan("all", Text.EMPTY, TITLE)), SCHEMA);
    assertThat(plan.output().typeOf("all")).isEqualTo(Type.TEXT);
  }
}
