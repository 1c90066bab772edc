package dev.millrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.expression.TextExpression.RegexReplace;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
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

  @ParameterizedTest
  @MethodSource("wrongActions")
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
