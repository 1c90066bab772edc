package dev.millrace.io.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Union;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.PlanException;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables that plans hold, and tables that they name.
class TableTest {
  @TempDir Path folder;

  private static PlanFile plan(String actions) {
    return PlanFile.parse("{\"actions\": [" + actions + "]}", "plan.json");
  }

  private static Action action(String json) {
    return plan(json).actions().getFirst();
  }

  @Test
  void parse_tables_areFeedsOfTheirItems() {
    Feed listed = union("[{\"b\": 1, \"a\": \"x\"}, {\"a\": null, \"c\": true}]");
    assertThat(listed.schema().toString()).isEqualTo("b:number, a:text, c:boolean");
    assertThat(listed)
        .containsExactly(
            new Item(0, Decimal.ONE, Text.of("x"), Null.NULL),
            new Item(1, Null.NULL, Null.NULL, Bool.TRUE));
    Feed typed =
        union(
            "{\"columns\": {\"n\": \"text\", \"z\": \"LIST\"}, \"items\": [{\"a\": 1, \"n\": 7}]}");
    assertThat(typed.schema().toString()).isEqualTo("n:text, z:list, a:number");
    assertThat(typed).containsExactly(new Item(0, Text.of("7"), Null.NULL, Decimal.ONE));
  }

  @Test
  void read_tableFiles_areFoundBesideThePlan() throws IOException {
    Path tables = Files.createDirectory(folder.resolve("tables"));
    Files.writeString(tables.resolve("t.csv"), "id,n\n1,2\n");
    Path plan =
        Files.writeString(
            folder.resolve("plan.json"),
            "{\"actions\": [{\"union\": \"tables/t.csv\"}, {\"union\": {\"file\":"
                + " \"tables/t.csv\", \"columns\": {\"id\": \"text\"}}}]}");
    List<Action> actions = PlanFile.read(plan).actions();
    assertThat(((Union) actions.getFirst()).feed())
        .containsExactly(new Item(0, Decimal.ONE, Decimal.of(2)));
    assertThat(((Union) actions.getLast()).feed())
        .containsExactly(new Item(0, Text.of("1"), Decimal.of(2)));
  }

  @Test
  void read_unreadableTables_nameThePlaceInThePlanAndTheFile() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.json"),
            "{\"actions\": [{\"union\": \"no.csv\"}, {\"union\": {\"file\": \"t.csv\","
                + " \"columns\": {\"di\": \"text\"}}}, {\"union\": \"a\\u0000b\"}]}");
    Path table = Files.writeString(folder.resolve("t.csv"), "id,name\n1,2\n");
    assertThatThrownBy(() -> PlanFile.read(plan))
        .isInstanceOfSatisfying(
            PlanException.class,
            thrown ->
                assertThat(thrown.problems())
                    .containsExactly(
                        "actions[0].union: "
                            + folder.resolve("no.csv")
                            + ": no such file; check the path",
                        "actions[1].union: " + table + ": has no field 'di' to give a type",
                        "actions[2].union: 'a\0b' is not a path: Nul character not allowed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"union": 5} | actions[0].union: wants a path, a list of objects, or an object, not 5
          {"union": [{"a": 1}, 5]} | actions[0].union: items: item 1 (counted from 0): wants a JSON object for each item, not 5
          {"union": [{"a": 1}, {"a": 1e-2000}]} | actions[0].union: items: item 1 (counted from 0): the number has more than 1000 digits
          {"union": {"items": [{"a": "x"}], "columns": {"a": "number"}}} | actions[0].union: items: item 0 (counted from 0): field 'a': 'x' is not a number; read the field as text, or correct it
          {"union": {"items": [], "columns": {"a": "nubmer"}}} | actions[0].union.columns.a: 'nubmer' is none of boolean, number, text, list, map, any; did you mean 'number'?
          {"union": {"itms": []}} | actions[0].union: 'itms' is not a key of table; did you mean 'items'?
          {"union": {"columns": {}}} | actions[0].union: wants either 'file' or 'items'
          {"union": {"file": "a.csv", "items": []}} | actions[0].union: wants either 'file' or 'items'
          {"union": {"items": {}}} | actions[0].union: 'items' wants a list of objects
          {"union": "no-such-table.csv"} | actions[0].union: no-such-table.csv: no such file; check the path
          """)
  void parse_wrongTable_namesPathAndRemedy(String json, String problem) {
    assertThatThrownBy(() -> plan(json)).isInstanceOf(PlanException.class).hasMessage(problem);
  }

  private static Feed union(String json) {
    return ((Union) action("{\"union\": " + json + "}")).feed();
  }
}
