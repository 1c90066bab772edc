package dev.millrace.io.cli;

import static dev.millrace.io.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What runs say when something is wrong.
class RunFailureTest {
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

  @Test
  void run_failPolicy_namesTheFirstErrorAndWritesNothing() {
    Path out = folder.resolve("out.csv");
    Outcome outcome = run("--pipeline", plan, "--feed", feed, "--out", out);
    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .isEqualTo(
            feed
                + ": item 0 (counted from 0): actions[0].set.price.parse_number: '12.99 EUR' is"
                + " not a number; --on-error null or drop goes on");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          --engine workor-lockfre | unknown engine 'workor-lockfre' (there are: ENGINES); did you mean 'workor-lockfree'?
          --storage rope | --storage: 'rope' is none of objects, compact
          --engine zzz | unknown engine 'zzz' (there are: ENGINES)
          --parallelism 0 | --parallelism wants a number of at least 1, not 0
          --chunk many | --chunk wants a number or 'adaptive', not 'many'
          --join merge-tre | unknown join strategy 'merge-tre' (there are: merge-tree, key-ranges, hash-partitions, by-action); did you mean 'merge-tree'?
          --engine eager --slot mvar | --slot, --hand-off and --threads are for workor engines, not 'eager'
          --threads none | unknown kind of threads 'none' (there are: virtual, platform, pool)
          --chunk -3 | --chunk wants a number of at least 1, not -3
          --parallelism two | Invalid value for option '--parallelism': 'two' is not an int
          --on-error stop | --on-error: 'stop' is none of fail, null, drop
          --repeat 0 | --repeat wants a number of at least 1, not 0
          --key id | --key is of use only with --repeat
          --repeat 2 --key ids | --key: no field 'ids' to keep copies apart by
          --repeat 2000000000 | --repeat: more items than a feed can have
          --generate 5 | --feed and --generate exclude each other
          --type id=number,price=nmber | --type price: 'nmber' is none of boolean, number, text, list, map, any
          --out out.xml | --out out.xml: unknown extension; there are: .csv, .jsonl, .ndjson, .json, each also with .gz
          --output x | Unknown options: '--output', 'x'
          """)
  void run_wrongOption_isAUsageError(String options, String message) {
    String all = "--pipeline " + plan + " --feed " + feed + " " + options;
    Outcome outcome = run((Object[]) all.split(" "));
    assertThat(outcome.code()).isEqualTo(64);
    String expected = message.replace("ENGINES", String.join(", ", Engines.labels()));
    assertThat(outcome.err()).isEqualTo(expected + "\n--help lists the options\n");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void run_noPipeline_isAUsageError() {
    Outcome outcome = run("--feed", feed);
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).startsWith("--pipeline FILE is missing\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.csv", "none.json.gz"})
  void run_missingFeedOrPipeline_isOneLine(String name) {
    Path missing = folder.resolve(name);
    Outcome outcome = run("--pipeline", plan, "--feed", missing);
    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err()).isEqualTo(missing + ": no such file; check the path\n");
    assertThat(run("--pipeline", missing, "--feed", feed)).isEqualTo(outcome);
  }

  @Test
  void run_unknownFieldInThePipeline_namesItsPlaceAndSuggestsOne() throws IOException {
    Files.writeString(
        plan,
        "{\"actions\": [{\"limit\": 5}, {\"if\": true, \"then\": [{\"filter\": {\"equal\":"
            + " {\"field\": \"prise\"}, \"to\": \"x\"}}]}]}");
    Outcome outcome = run("--pipeline", plan, "--feed", feed);
    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .isEqualTo(
            plan
                + ": actions[1].then[0].filter.equal: field 'prise' is not in the feed;"
                + " did you mean 'price'?");
  }

  @Test
  void run_targetInMissingFolder_cannotBeWritten() throws IOException {
    Files.writeString(plan, "{\"actions\": []}");
    Path out = folder.resolve("none").resolve("out.csv");
    Outcome outcome = run("--pipeline", plan, "--feed", feed, "--out", out);
    assertThat(outcome.code()).isEqualTo(74);
    assertThat(outcome.err()).isEqualTo(out + ": cannot be written: there is no such folder\n");
  }

  @Test
  void run_interrupted_saysSo() {
    Thread.currentThread().interrupt();
    Outcome outcome =
        run("--pipeline", plan, "--feed", feed, "--engine", "workor-mvar", "--on-error", "drop");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.err()).isEqualTo("interrupted\n");
  }

  @Test
  void failure_ofAFault_isOneLine() {
    Failure failure = Failure.of(new IllegalStateException("first\nsecond"));
    assertThat(failure.exitCode()).isEqualTo(70);
    assertThat(failure.message())
        .isEqualTo("internal error: java.lang.IllegalStateException: first (--verbose says where)");
    assertThat(Failure.of(new OutOfMemoryError()).message()).contains("-Xmx");
    assertThat(Failure.of(new StackOverflowError()).message()).contains("-Xss");
  }
}
