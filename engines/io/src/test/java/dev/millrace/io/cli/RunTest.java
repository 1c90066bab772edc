package dev.millrace.io.cli;

import static dev.millrace.io.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

import dev.millrace.Engines;
import dev.millrace.feed.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What runs write.
class RunTest {
  private static final String FEED = "id,price\na,12.99 EUR\nb,9\nc,none\nd,\n";
  private static final String PARSE =
      "{\"actions\": [{\"set\": {\"price\": {\"parse_number\": {\"field\": \"price\"}}}}]}";

  @TempDir Path folder;

  private Path feed;
  private Path plan;

  @BeforeEach
  void writeFiles() throws IOException {
    feed = Files.writeString(folder.resolve("feed.csv"), FEED);
    plan = Files.writeString(folder.resolve("plan.json"), PARSE);
  }

  @ParameterizedTest
  @EnumSource(Engines.class)
  void run_dropPolicy_writesTheRestAndListsTheErrors(Engines engine) throws IOException {
    Path errors = folder.resolve("errors.csv");
    Outcome outcome =
        run(
            "--pipeline",
            plan,
            "--feed",
            feed,
            "--engine",
            engine.label(),
            "--on-error",
            "drop",
            "--errors",
            errors);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("id,price\nb,9\nd,\n");
    assertThat(outcome.err().lines().toList())
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines.get(0))
              .isEqualTo(
                  "item 0 (counted from 0): actions[0].set.price.parse_number:"
                      + " '12.99 EUR' is not a number");
          assertThat(lines.get(1)).endsWith(": 'none' is not a number");
          assertThat(lines.get(2))
              .matches(
                  "read 4, added 0, written 2, filtered 0, dropped 2, merged 0 in"
                      + " [0-9]+\\.[0-9]{3} s \\(.*\\)");
        });
    assertThat(Files.readAllLines(errors))
        .hasSize(3)
        .startsWith("item,path,message")
        .endsWith("2,actions[0].set.price.parse_number,'none' is not a number");
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void run_anyStorage_writesTheSame(Storage storage) {
    String[] held = {
      "--pipeline", plan.toString(), "--on-error", "null", "--storage", storage.label()
    };
    Outcome fromFile = run(with(held, "--feed", feed, "--repeat", "2"));
    assertThat(fromFile.out()).isEqualTo("id,price\n" + "a,\nb,9\nc,\nd,\n".repeat(2));
    Outcome generated = run(with(held, "--generate", "1100"));
    Outcome byDefault = run("--pipeline", plan, "--on-error", "null", "--generate", "1100");
    assertThat(generated.out()).isEqualTo(byDefault.out()).contains("SKU-0001099");
  }

  private static Object[] with(String[] arguments, Object... further) {
    return Stream.concat(Stream.of(arguments), Stream.of(further)).toArray();
  }

  @Test
  void run_nullPolicy_keepsTheItems() {
    Outcome outcome = run("--pipeline", plan, "--feed", feed, "--on-error", "null");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("id,price\na,\nb,9\nc,\nd,\n");
  }

  @Test
  void run_moreThanTenErrors_showsTenAndCountsTheRest() throws IOException {
    Files.writeString(feed, "id,price\n" + "x,y\n".repeat(1_234));
    Outcome outcome = run("--pipeline", plan, "--feed", feed, "--on-error", "drop");
    assertThat(outcome.err().lines().toList()).hasSize(12).contains("and 1224 more", atIndex(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv | id,price%b,9%
          jsonl | {"id":"b","price":9}%
          ndjson | {"id":"b","price":9}%
          json | [%{"id":"b","price":9}%]%
          """)
  void run_outFile_hasTheFormatOfItsExtension(String extension, String text) throws IOException {
    Files.writeString(feed, "id,price\nb,\"9\"\nx,z\n");
    Path out = folder.resolve("out." + extension);
    Outcome outcome = run("--pipeline", plan, "--feed", feed, "--on-error", "drop", "--out", out);
    assertThat(outcome.code()).isZero();
    assertThat(Files.readString(out)).isEqualTo(text.replace('%', '\n'));
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void run_generatedFeed_isTheSameAsTheFileOfThatFeed() throws IOException {
    Path file = folder.resolve("generated.jsonl.gz");
    Files.writeString(plan, "{\"actions\": []}");
    assertThat(run("generate", "--items", 50, "--seed", 9, "--out", file).code()).isZero();
    Outcome generated = run("--pipeline", plan, "--generate", 50, "--seed", 9);
    Outcome read = run("--pipeline", plan, "--feed", file);
    assertThat(generated.code()).isZero();
    assertThat(generated.out()).isEqualTo(read.out()).hasSizeGreaterThan(10_000);
    assertThat(run("generate", "--items", 50, "--seed", 9).out()).isEqualTo(generated.out());
  }

  @Test
  void run_repeatWithKey_keepsCopiesApart() throws IOException {
    Files.writeString(plan, "{\"actions\": []}");
    Files.writeString(feed, "id\na\n");
    Outcome outcome =
        run("--pipeline", plan, "--feed", feed, "--repeat", 3, "--key", "id", "--out", "-");
    assertThat(outcome.out()).isEqualTo("id\na\na-1\na-2\n");
  }

  @Test
  void run_typesAndNullCells_changeWhatIsRead() throws IOException {
    Files.writeString(plan, "{\"actions\": [{\"filter\": {\"is_null\": {\"field\": \"a\"}}}]}");
    Files.writeString(feed, "a,b\nnull,7.0\n-,8.0\n");
    Outcome outcome =
        run("--pipeline", plan, "--feed", feed, "--type", "b=text,a=Text", "--null-cells", "-,x");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("a,b\n,8.0\n");
  }

  @Test
  void run_emptyNullCell_makesQuotedEmptyCellsNull() throws IOException {
    Files.writeString(plan, "{\"actions\": [{\"filter\": {\"is_null\": {\"field\": \"a\"}}}]}");
    Files.writeString(feed, "a,b\n\"\",1\nnull,2\nx,3\n,4\n");
    assertThat(run("--pipeline", plan, "--feed", feed).out()).isEqualTo("a,b\n,2\n,4\n");
    assertThat(run("--pipeline", plan, "--feed", feed, "--null-cells", ",null").out())
        .isEqualTo("a,b\n,1\n,2\n,4\n");
    assertThat(run("--pipeline", plan, "--feed", feed, "--null-cells", "").out())
        .isEqualTo("a,b\n,1\n,4\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--slot countdown",
        "--hand-off producer --threads platform",
        "--slot future --hand-off fair --threads pool --chunk adaptive --join key-ranges"
      })
  void run_otherParts_writesTheSame(String parts) {
    Object[] plain = {"--pipeline", plan, "--feed", feed, "--on-error", "drop"};
    String all = "--pipeline " + plan + " --feed " + feed + " --on-error drop " + parts;
    Outcome outcome = run((Object[]) all.split(" "));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo(run(plain).out());
    assertThat(outcome.err()).contains("workor-tiered (");
  }

  @Test
  void run_explain_printsThePlanAsItWouldRun() throws IOException {
    Files.writeString(
        plan,
        """
        {"actions": [
          {"set": {"label": {"concat": ["a", {"concat": ["b", {"field": "id"}]}]}}},
          {"set": {"price": {"parse_number": {"field": "price"}}}},
          {"if": {"is_null": {"field": "price"}}, "then": [{"filter": true}], "else": []}]}
        """);
    Outcome outcome =
        run("--pipeline", plan, "--feed", feed, "--engine", "vectorised", "--explain");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            engine vectorised runs:
              actions[0] set({label: concat("ab", id), price: parse_number(price)})
                in batches
                value by value: parse_number(price)
            changed:
              flatten concat at actions[0].set.label: \
            concat("a", concat("b", id)) → concat("ab", id)
              leave out idle actions at actions[2].then[0]: filter(true) → nothing
              leave out idle actions at actions[2]: if(is_null(price), [], []) → nothing
              merge settings at actions[1]: set({price: parse_number(price)}) \
            → set with actions[0]
            """);
  }

  @ParameterizedTest
  @EnumSource(Engines.class)
  void run_explain_runsNothing(Engines engine) {
    Outcome outcome =
        run("--pipeline", plan, "--feed", feed, "--engine", engine.label(), "--explain");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("engine " + engine.label() + " runs:\n")
        .contains("actions[0] set({price: parse_number(price)})");
  }

  @Test
  void run_explainOfAWrongPlan_namesTheProblem() throws IOException {
    Files.writeString(plan, "{\"actions\": [{\"remove\": [\"prise\"]}]}");
    Outcome outcome = run("--pipeline", plan, "--feed", feed, "--explain");
    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err()).contains("did you mean 'price'?");
  }

  @Test
  void run_help_listsEveryOptionAndExitCode() {
    Outcome outcome = run("--help");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "--pipeline",
            "--feed",
            "--engine",
            "--parallelism",
            "--chunk",
            "--on-error",
            "--out",
            "--repeat",
            "--key",
            "--type",
            "--null-cells",
            "--errors",
            "--explain",
            "--generate",
            "--seed",
            "--verbose",
            "workor-lockfree",
            "64",
            "65",
            "70",
            "74",
            "130");
    assertThat(run("generate", "--help").out()).contains("--items", "--seed", "--out");
  }
}
