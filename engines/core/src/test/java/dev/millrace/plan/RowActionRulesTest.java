package dev.millrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Union;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.TextExpression.Lower;
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

/// The rules of the actions that go row by row and hold tables, lists, or second feeds.
class RowActionRulesTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("price", Type.NUMBER),
          new Column("title", Type.TEXT),
          new Column("tags", Type.LIST));
  private static final Field PRICE = new Field("price");
  private static final Field TITLE = new Field("title");
  private static final Expression TITLE_TEXT = new ToText(TITLE);

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

  @ParameterizedTest
  @MethodSource({"wrongRowActions", "wrongTables"})
  void of_wrongAction_namesPlaceAndProblem(Action action, String problem) {
    assertThatThrownBy(() -> Plan.of(List.of(action), SCHEMA))
        .isInstanceOf(PlanException.class)
        .hasMessage(problem);
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

  private static <T> SequencedMap<String, T> one(String key, T value) {
    var map = new LinkedHashMap<String, T>();
    map.put(key, value);
    return map;
  }

  private static Arguments wrong(Action action, String problem) {
    return Arguments.of(action, problem);
  }
}
