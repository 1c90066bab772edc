package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.run.Preset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @BeforeEach
  void writeInputs() throws IOException {
    write("feed.csv", "id,price\na,12.50\nb,7\nc,3\n");
    write("broken.csv", "id,price\na,\"12\n");
    write("cheap.csv", "id,price\na,cheap\n");
    write("good.json", "{\"actions\": [{\"limit\": 2}]}");
    write("notjson.json", "{\"actions\": [");
    write("prise.json", "{\"actions\": [{\"keep\": [\"prise\"]}]}");
    write(
        "parse.json",
        "{\"actions\": [{\"set\": {\"n\": {\"parse_number\": {\"field\": \"price\"}}}}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64 | slow | slow",
        "64 | --engines forkjon | no engine named 'forkjon'; did you mean 'forkjoin'?",
        "64 | --jobs rules,text2 | no job named 'text2'; did you mean 'text'?",
        "64 | --parallelism 1,0 | --parallelism: wants 1 or more, not 0",
        "64 | --parallelism two | --parallelism",
        "64 | --items 0 | --items: wants 1 or more",
        "64 | --forks -1 | --forks: wants 1 or more",
        "64 | --feed @feed.csv | name a pipeline for it",
        "64 | --feed @feed.csv --pipeline @good.json --items 5 | --items: is for the generated",
        "64 | --repeat 3 | --repeat: is for a feed of your own",
        "64 | --key id | --key: is for a feed of your own",
        "64 | --pipeline @good.json --jobs scan | --jobs: names built-in jobs",
        "64 | --no-such-option | --no-such-option",
        "64 | --suites slot | no suite named 'slot'; did you mean 'slots'?",
        "64 | full --suites slots,grain --jobs scan | --jobs: is for the scaling suite",
        "64 | --suites slots -p slto=MVAR | --param: no param named 'slto' in these suites",
        "64 | --suites slots -p slot=MVRA,MVAR | --param: slot: no 'MVRA' (there is COUNTDOWN",
        "64 | --suites slots -p chunk=few | --param: chunk: no 'few' (there is 1, 10, 100, 1000)",
        "64 | --suites slots -p chunk | --param: chunk: no ''",
        "64 | --suites grain --items 5 | --items: is for the scaling suite",
        "64 | --suites grain --feed @feed.csv --pipeline @good.json | --feed: is for the scaling",
        "65 | --feed @missing.csv --pipeline @good.json | missing.csv: no such file",
        "65 | --feed @broken.csv --pipeline @good.json | broken.csv: line",
        "65 | --feed @feed.csv --pipeline @missing.json | missing.json: no such file",
        "65 | --feed @feed.csv --pipeline @notjson.json | notjson.json",
        "65 | --feed @feed.csv --pipeline @prise.json | prise.json: actions[0].keep: field 'prise'",
        "65 | --feed @cheap.csv --pipeline @parse.json | parse.json: item 0",
        "65 | --feed @feed.csv --pipeline @good.json --key ID2 | no field 'ID2'; did you mean 'id'",
        "65 | --feed @feed.csv --pipeline @good.json --repeat 2000000000 | more items than a feed",
        "65 | --resume @nowhere | nowhere: holds no run to resume",
        "75 | --jobs scan --items 5 --parallelism 5000 --strict | not measured, as --strict is given",
        "73 | --jobs scan --items 5 --out @feed.csv/out | cannot be written to"
      })
  void execute_badInput_saysSoInOneLineBeforeAnyFork(int code, String options, String problem) {
    assertThat(execute(options)).as(err.toString()).isEqualTo(code);
    assertThat(err.toString().lines()).singleElement().asString().contains(problem);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(folder.resolve("results")).doesNotExist();
    assertThat(out.toString()).doesNotContain("[1/");
  }

  @Test
  void execute_ownFeedAndPipeline_measuresEveryPoint() throws IOException {
    int code =
        execute(
            "quick --feed @feed.csv --pipeline @good.json --engines fused --parallelism 1"
                + " --forks 1 --key id");
    assertThat(code).as(err.toString()).isZero();
    JsonNode results = json("results.json");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).at("/params/job").stringValue()).isEqualTo("good");
    assertThat(results.get(0).at("/params/items").stringValue()).isEqualTo("10002");
    assertThat(results.get(1).get("benchmark").stringValue()).endsWith("ControlBenchmark.run");
    for (JsonNode result : results) {
      assertThat(result.get("forks").intValue()).isEqualTo(1);
      assertThat(result.at("/primaryMetric/score").doubleValue()).isPositive();
      assertThat(result.at("/secondaryMetrics/cpu/score").doubleValue()).isPositive();
    }
    assertThat(json("environment.json").at("/run/command").stringValue()).contains("--key id");
    assertThat(json("environment.json").get("checks")).isNotEmpty();
    assertThat(out.toString())
        .contains("copied until long enough to time: 10,002 items")
        .contains("good: 2 items")
        .contains("[2/2]")
        .endsWith("results: " + folder.resolve("results/results.json") + System.lineSeparator());
  }

  @Test
  @Timeout(120)
  void main_ended_leavesWhatWasMeasuredAndNoFork() throws Exception {
    Process bench = start("quick", "--jobs", "scan", "--engines", "fused", "--items", "100");
    List<ProcessHandle> forks;
    try (var lines =
        new BufferedReader(new InputStreamReader(bench.getInputStream(), StandardCharsets.UTF_8))) {
      awaitFork(lines);
      forks = bench.descendants().toList();
      bench.toHandle().destroy();
      String last = lines.lines().reduce("", (_, line) -> line);
      assertThat(last).startsWith("results: ");
    }
    assertThat(bench.waitFor()).isEqualTo(143);
    for (ProcessHandle fork : forks) {
      fork.onExit().get(30, TimeUnit.SECONDS);
    }
    int finished = Files.readAllLines(folder.resolve("results/forks.jsonl")).size();
    int rows = 0;
    for (JsonNode result : json("results.json")) {
      rows += result.at("/primaryMetric/rawData").size();
    }
    assertThat(rows).isEqualTo(finished).isBetween(1, 7);
    assertThat(json("failures.json")).isEmpty();
  }

  @Test
  @Timeout(240)
  void resume_runThatWasKilled_goesOnFromItsLastFork() throws Exception {
    String[] options = {"quick", "--jobs", "scan", "--engines", "fused", "--items", "100"};
    Process bench = start(options);
    try (var lines =
        new BufferedReader(new InputStreamReader(bench.getInputStream(), StandardCharsets.UTF_8))) {
      awaitFork(lines);
      List<ProcessHandle> forks = bench.descendants().toList();
      bench.destroyForcibly();
      forks.forEach(ProcessHandle::destroyForcibly);
    }
    assertThat(bench.waitFor()).isEqualTo(137);
    List<String> finished = Files.readAllLines(folder.resolve("results/forks.jsonl"));
    assertThat(finished).hasSizeBetween(1, 8);

    assertThat(execute("--resume @results --forks 9")).isEqualTo(Bench.USAGE);
    assertThat(err.toString()).contains("--resume: ").contains("was started with 'quick --jobs");
    assertThat(execute("--resume @results")).as(err.toString()).isZero();
    assertThat(Files.readAllLines(folder.resolve("results/forks.jsonl")))
        .hasSize(9)
        .startsWith(finished.toArray(String[]::new));
    for (JsonNode result : json("results.json")) {
      assertThat(result.get("forks").intValue()).isEqualTo(3);
      assertThat(result.at("/primaryMetric/rawData")).hasSize(3).allMatch(row -> row.size() == 2);
    }
    assertThat(json("results.json").findValuesAsString("parallelism"))
        .containsExactly("1", "1", "2");
    assertThat(json("failures.json")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dir/my-job.json, my-job",
    "prices.v2.JSON, prices.v2",
    "ä b&:c.json.gz, ä-b--c",
    "noext, noext"
  })
  void jobName_file_isItsNameInSafeLetters(Path file, String expected) {
    assertThat(BenchOptions.jobName(file)).isEqualTo(expected);
  }

  @Test
  void sweeps_sequentialEngines_areMeasuredAtOneThreadOnly() {
    var selection = new Selection(List.of("eager", "forkjoin"), List.of("scan"), List.of(2, 4));
    assertThat(selection.sweeps(10, Preset.QUICK.settings()))
        .extracting(sweep -> sweep.label())
        .containsExactly("scan eager p=1", "scan forkjoin p=2,4", "control p=2,4");
  }

  private static void awaitFork(BufferedReader lines) throws IOException {
    String line = "";
    while (!line.startsWith("[1/")) {
      line = lines.readLine();
      assertThat(line).as("ended before its first fork").isNotNull();
    }
  }

  private Process start(String... options) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command = new ArrayList<>(List.of(java.toString(), "-Djmh.ignoreLock=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
    command.addAll(List.of(options));
    command.addAll(List.of("--parallelism", "1,2", "--out", folder + "/results"));
    return new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile()).start();
  }

  /// Runs the command; `@` stands for the folder of the inputs.
  private int execute(String options) {
    Stream<String> words = Arrays.stream(options.split(" ")).map(this::resolve);
    var arguments = new ArrayList<>(words.toList());
    if (!arguments.contains("--out") && !arguments.contains("--resume")) {
      arguments.addAll(List.of("--out", folder.resolve("results").toString()));
    }
    String[] array = arguments.toArray(String[]::new);
    return Bench.commandLine(array)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(array);
  }

  private String resolve(String word) {
    return word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word;
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private JsonNode json(String file) throws IOException {
    return new JsonMapper().readTree(Files.readString(folder.resolve("results").resolve(file)));
  }
}
