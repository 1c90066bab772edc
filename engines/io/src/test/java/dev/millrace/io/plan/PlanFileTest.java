package dev.millrace.io.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.io.file.InputException;
import dev.millrace.plan.PlanException;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
  @TempDir Path folder;

  private static PlanFile plan(String actions) {
    return PlanFile.parse("{\"actions\": [" + actions + "]}", "plan.json");
  }

  private static Action action(String json) {
    return plan(json).actions().getFirst();
  }

  private static Expression expression(String json) {
    return ((Filter) action("{\"filter\": " + json + "}")).condition();
  }

  @Test
  void parse_constructWithAllParts_isItsRecord() {
    assertThat(expression("{\"mode\": \"Half_Up\", \"divide\": 1, \"scale\": 2, \"by\": 3}"))
        .isEqualTo(
            new Divide(
                new Literal(Decimal.ONE), new Literal(Decimal.of(3)), 2, RoundingMode.HALF_UP));
  }

  @Test
  void parse_optionalPartsAbsentOrNull_areNull() {
    var bare = new Divide(new Literal(Decimal.ONE), new Literal(Decimal.of(3)), null, null);
    assertThat(expression("{\"divide\": 1, \"by\": 3}")).isEqualTo(bare);
    assertThat(expression("{\"divide\": 1, \"by\": 3, \"scale\": null}")).isEqualTo(bare);
  }

  @Test
  void parse_scalars_areLiterals() {
    assertThat(expression("\"a\"")).isEqualTo(new Literal(Text.of("a")));
    assertThat(expression("true")).isEqualTo(new Literal(Bool.TRUE));
    assertThat(expression("null")).isEqualTo(new Literal(Null.NULL));
    assertThat(expression("-1.50")).isEqualTo(new Literal(Decimal.of(-15, 1)));
  }

  @Test
  void parse_literalOfListsAndMaps_isTheValue() {
    assertThat(expression("{\"literal\": [1, {\"b\": null, \"a\": \"x\"}]}"))
        .isEqualTo(
            new Literal(
                new ListValue(
                    List.of(Decimal.ONE, MapValue.of(Map.of("a", Text.of("x"), "b", Null.NULL))))));
  }

  @Test
  void parse_longNumbers_stayExact() {
    String digits = "123456789012345678901234567890.000000000000000000000000000001";
    assertThat(expression(digits)).isEqualTo(new Literal(Decimal.of(new BigDecimal(digits))));
    assertThat(expression("0.1")).isEqualTo(new Literal(Decimal.of(1, 1)));
  }

  @Test
  void parse_elseAbsent_isNothing() {
    assertThat(expression("{\"if\": true, \"then\": 1}"))
        .isEqualTo(
            new If(new Literal(Bool.TRUE), new Literal(Decimal.ONE), new Literal(Null.NULL)));
    assertThat(action("{\"if\": true, \"then\": []}"))
        .isEqualTo(new Action.Conditional(new Literal(Bool.TRUE), List.of(), List.of()));
  }

  @Test
  void parse_objectWithTwoConstructNames_isTheOneThatHasMoreOfItsKeys() {
    assertThat(action("{\"keep\": \"first\", \"deduplicate\": [{\"field\": \"id\"}]}"))
        .isEqualTo(new Deduplicate(List.of(new Field("id")), Keep.FIRST, null));
    assertThat(action("{\"keep\": [\"id\"]}")).isEqualTo(new KeepFields(List.of("id")));
  }

  @Test
  void parse_constructWithoutParts_isItsNameAndTrue() {
    assertThat(action("{\"reverse\": true}")).isEqualTo(new Reverse());
  }

  @Test
  void parse_sortKeys_haveAllPartsUnderTheirOwnNames() {
    assertThat(
            action(
                "{\"sort\": [{\"by\": {\"field\": \"a\"}, \"order\": \"DESCENDING\", \"nulls\":"
                    + " \"last\"}]}"))
        .isEqualTo(
            new Sort(List.of(new SortKey(new Field("a"), SortOrder.DESCENDING, NullOrder.LAST))));
  }

  @Test
  void parse_setFields_keepTheirOrder() {
    var set = (SetFields) action("{\"set\": {\"z\": 1, \"a\": 2, \"m\": 3}}");
    assertThat(set.fields().sequencedKeySet()).containsExactly("z", "a", "m");
  }

  @Test
  void parse_nameAndDescription_areKept() {
    var file = PlanFile.parse("{\"name\": \"n\", \"description\": \"d\", \"actions\": []}", "p");
    assertThat(file).isEqualTo(new PlanFile("n", "d", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"filtr": true} | actions[0]: 'filtr' is not an action; did you mean 'filter'?
          {"filter": {"equals": 1, "to": 2}} | actions[0].filter: 'equals' is not an expression; did you mean 'equal'?
          {"filter": {"to": 2, "eqal": 1}} | actions[0].filter: 'eqal' is not an expression; did you mean 'equal'?
          {"filter": {}} | actions[0].filter: wants an expression, not an empty object
          {"filter": [1]} | actions[0].filter: wants an expression; a constant list is {"literal": [...]}
          {"filter": {"equal": 1}} | actions[0].filter.to: is missing
          {"set": {"x": {"round": 1, "mode": "half_upp"}}} | actions[0].set.x.mode: 'half_upp' is none of up, down, ceiling, floor, half_up, half_down, half_even, unnecessary; did you mean 'half_up'?
          {"set": {"x": {"round": 1, "scale": 1.5}}} | actions[0].set.x.scale: wants a whole number from -2147483648 to 2147483647, not 1.5
          {"set": {"x": {"round": 1, "scale": 1e999999999}}} | actions[0].set.x.scale: wants a whole number from -2147483648 to 2147483647, not 1E+999999999
          {"set": {"x": {"round": 1, "scale": "2"}}} | actions[0].set.x.scale: wants a whole number, not the text '2'
          {"set": {"x": 1e999999999}} | actions[0].set.x: the number has more than 1000 digits
          {"set": {"x": {"literal": [1, 1e-999999999]}}} | actions[0].set.x.literal: the number has more than 1000 digits
          {"remove": "a"} | actions[0].remove: wants a list, not the text 'a'
          {"remove": ["a", 1]} | actions[0].remove[1]: wants a text, not 1
          {"set": []} | actions[0].set: wants an object, not a list
          {"group": ["a"], "into": {"n": {"cont": true}}} | actions[0].into.n: 'cont' is not an aggregate; did you mean 'count'?
          {"group": ["a"], "into": {"n": true}} | actions[0].into.n: wants an aggregate, which is an object, not true
          {"sort": [{"by": 1, "order": "up"}]} | actions[0].sort[0].order: 'up' is none of ascending, descending
          {"sort": [{"by": 1, "ordr": "up"}]} | actions[0].sort[0]: 'ordr' is not a key of sort_key; did you mean 'order'?
          {"reverse": false} | actions[0].reverse: wants true, not false
          {"reverse": true, "by": 1} | actions[0]: 'by' is not a key of reverse
          {"deduplicate": [1], "keep": "lowest"} | actions[0].keep: 'lowest' is none of first, last, min, max, none
          {"sort": [1]} | actions[0].sort[0]: wants an object, not 1
          {"if": true, "then": [{"limit": "x"}]} | actions[0].then[0].limit: wants a whole number, not the text 'x'
          {"if": true, "then": [], "else": [{"filter": {"lower": {"feld": "a"}}}]} | actions[0].else[0].filter.lower: 'feld' is not an expression; did you mean 'field'?
          {"filter": {"concat": ["a", {"list_of": [{"x": 1}]}]}} | actions[0].filter.concat[1].list_of[0]: 'x' is not an expression
          {"sample": 1, "share": "0.5"} | actions[0].share: wants a number, not the text '0.5'
          {"lookup": 1, "table": [], "on": "a"} | actions[0].take: is missing
          {"lookup": 1, "table": [], "on": "a", "take": [], "unmatched": "skip"} | actions[0].unmatched: 'skip' is none of null, drop
          "limit" | actions[0]: wants an action, which is an object, not the text 'limit'
          """)
  void parse_wrongAction_namesPathAndRemedy(String json, String problem) {
    assertThatThrownBy(() -> plan(json)).isInstanceOf(PlanException.class).hasMessage(problem);
  }

  @Test
  void parse_severalProblems_namesThemAllInOrder() {
    assertThatThrownBy(() ->
            PlanFile.parse(
                "{\"nam\": \"x\", \"actions\": [{\"limt\": 1}, {\"filter\": {\"not\": {}}},"
                    + " {\"limit\": 1}, 5, {\"filter\": {\"equal\": 1, \"too\": 2}}]}",
                "p"))
        .isInstanceOfSatisfying(
            PlanException.class,
            thrown ->
                assertThat(thrown.problems())
                    .containsExactly(
                        "nam: is not a key of a plan; did you mean 'name'?",
                        "actions[0]: 'limt' is not an action; did you mean 'limit'?",
                        "actions[1].filter.not: wants an expression, not an empty object",
                        "actions[3]: wants an action, which is an object, not 5",
                        "actions[4].filter: 'too' is not a key of equal; did you mean 'to'?",
                        "actions[4].filter.to: is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"actions\""})
  void parse_noObject_isAProblem(String json) {
    assertThatThrownBy(() -> PlanFile.parse(json, "p"))
        .isInstanceOf(PlanException.class)
        .hasMessage("plan: wants an object with the key 'actions'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | actions: is missing
          {"actions": {}} | actions: wants a list, not an object
          {"actions": null} | actions: wants a list, not null
          {"actions": [], "name": 5} | name: wants a text
          """)
  void parse_wrongTop_isAProblem(String json, String problem) {
    assertThatThrownBy(() -> PlanFile.parse(json, "p"))
        .isInstanceOf(PlanException.class)
        .hasMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"actions": [} | plan.json: line 1, column 14: is not JSON: Unexpected close marker '}': expected ']'
          {"actions": [] | plan.json: line 1, column 15: is not JSON: Unexpected end-of-input
          {"actions": []} [] | plan.json: line 1: more text follows the plan; is it two files in one?
          {"actions": [], "actions": []} | plan.json: line 1, column 26: is not JSON: Duplicate Object property "actions"
          {"actions": [{"limit": NaN}]} | plan.json: line 1, column 27: is not JSON: Non-standard token 'NaN'
          """)
  void parse_malformedJson_namesLineAndColumn(String json, String message) {
    assertThatThrownBy(() -> PlanFile.parse(json, "plan.json"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContainingAny("\n", "REDACTED", "`");
  }

  @Test
  void parse_emptyText_saysSo() {
    assertThatThrownBy(() -> PlanFile.parse("  ", "plan.json"))
        .isInstanceOf(InputException.class)
        .hasMessage("plan.json: line 1: the file is empty; wants {\"actions\": [...]}");
  }

  @Test
  void parse_hundredThousandLevels_isAnErrorAndNoStackOverflow() {
    String deep =
        "{\"actions\": [{\"filter\": "
            + "{\"not\": ".repeat(100_000)
            + "true"
            + "}".repeat(100_000);
    assertThatThrownBy(() -> PlanFile.parse(deep, "plan.json"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("depth (501) exceeds the maximum allowed 500")
        .hasMessageNotContaining("StreamReadConstraints");
  }

  @Test
  void parse_nestingBelowTheLimit_isRead() {
    String deep = "{\"not\": ".repeat(450) + "true" + "}".repeat(450);
    assertThat(plan("{\"filter\": " + deep + "}").actions()).hasSize(1);
  }

  @Test
  void read_missingFileAndFolder_sayWhatIsWrong() {
    assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.json")))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("none.json") + ": no such file; check the path");
    assertThatThrownBy(() -> PlanFile.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": is a folder; name a file");
  }

  @Test
  void read_syntaxErrorOnThirdLine_namesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\n\"actions\": [\n{\"limit\" 1}]}");
    assertThatThrownBy(() -> PlanFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": line 3, column 10: is not JSON");
  }
}
