package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.io.file.OutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionTest {
  private static final List<Point> POINTS = Samples.points(3);
  private static final List<Turn> TURNS = Turn.interleaved(Samples.sweeps(POINTS), 4, 1);

  @TempDir Path temporary;
  private final StringWriter shown = new StringWriter();
  private final Interruption interruption = new Interruption();

  @Test
  void run_toTheEnd_mergesTheForksOfEachPoint() throws IOException {
    var count = new AtomicInteger();
    run(turn -> Samples.fork(turn.sweep(), count.incrementAndGet(), 50));
    JsonNode results = json("results.json");
    assertThat(results).hasSize(3);
    for (JsonNode result : results) {
      assertThat(result.get("forks").intValue()).isEqualTo(4);
      assertThat(result.at("/primaryMetric/rawData")).hasSize(4).allMatch(row -> row.size() == 2);
      assertThat(result.at("/secondaryMetrics/cpu/rawData")).hasSize(4);
      assertThat(result.at("/params/parallelism").stringValue()).isEqualTo("2");
      assertThat(result.get("benchmark").stringValue()).endsWith("Samples.run");
    }
    assertThat(results.findValuesAsString("job")).containsExactly("0", "1", "2");
  }

  @Test
  void run_scores_stayInTheOrderOfTheForks() throws IOException {
    var count = new AtomicInteger();
    run(turn -> Samples.fork(turn.sweep(), count.incrementAndGet()));
    List<Integer> expected =
        TURNS.stream()
            .filter(turn -> turn.sweep().points().contains(POINTS.getFirst()))
            .map(turn -> TURNS.indexOf(turn) + 1)
            .toList();
    JsonNode rows = json("results.json").get(0).at("/primaryMetric/rawData");
    for (int fork = 0; fork < 4; fork++) {
      assertThat(rows.get(fork).get(0).doubleValue()).isEqualTo(expected.get(fork).doubleValue());
    }
    double mean = expected.stream().mapToInt(each -> each).average().orElseThrow();
    assertThat(json("results.json").get(0).at("/primaryMetric/score").doubleValue())
        .isEqualTo(mean);
  }

  @Test
  void run_interruptedBetweenForks_leavesWhatWasMeasured() throws IOException {
    var count = new AtomicInteger();
    run(turn -> {
      if (count.incrementAndGet() == 5) {
        interruption.request();
      }
      return Samples.fork(turn.sweep(), 1);
    });
    assertThat(count.get()).isEqualTo(5);
    int rows = 0;
    for (JsonNode result : json("results.json")) {
      int forks = result.get("forks").intValue();
      assertThat(result.at("/primaryMetric/rawData")).hasSize(forks);
      rows += forks;
    }
    assertThat(rows).isEqualTo(5);
    assertThat(lines("forks.jsonl")).hasSize(5);
  }

  @Test
  void run_forkThatDiesOfTheInterruption_isNoFailure() throws IOException {
    run(turn -> {
      interruption.request();
      throw new ForkException("killed", new IllegalStateException());
    });
    assertThat(json("results.json")).isEmpty();
    assertThat(json("failures.json")).isEmpty();
  }

  @Test
  void run_forkWithoutResult_isNamedAndTheRestGoesOn() throws IOException {
    run(turn -> {
      if (turn.sweep().points().contains(POINTS.get(1))) {
        throw new ForkException("wrong answer: 1 for 2", new IllegalStateException());
      }
      return Samples.fork(turn.sweep(), 1);
    });
    JsonNode failures = json("failures.json");
    assertThat(failures).hasSize(4);
    assertThat(failures.get(0).get("point").stringValue()).isEqualTo("1 p=2");
    assertThat(failures.get(0).get("reason").stringValue()).isEqualTo("wrong answer: 1 for 2");
    assertThat(json("results.json").findValuesAsString("job")).containsExactly("0", "2");
    assertThat(shown.toString()).contains("1 p=2 fork 1/4: FAILED: wrong answer: 1 for 2");
  }

  @Test
  void run_eachFork_isALineWithEveryIteration() throws IOException {
    run(turn -> Samples.fork(turn.sweep(), 3, 4));
    List<String> lines = lines("forks.jsonl");
    assertThat(lines).hasSize(12);
    JsonNode last = new JsonMapper().readTree(lines.getLast());
    assertThat(last.get("place").intValue()).isEqualTo(12);
    assertThat(last.get("round").intValue()).isEqualTo(4);
    assertThat(last.at("/primary/unit").stringValue()).isEqualTo("ms/op");
    assertThat(last.at("/primary/iterations/1").doubleValue()).isEqualTo(4);
    assertThat(last.at("/secondary/cpu/iterations/1").doubleValue()).isEqualTo(8);
  }

  @Test
  void run_warmUp_isKeptBesideTheResults() throws IOException {
    run(turn -> Samples.fork(turn.sweep(), turn.round(), 4));
    JsonNode last = json("warmup.json").get(2);
    assertThat(json("warmup.json")).hasSize(3);
    assertThat(last.get("benchmark").stringValue()).endsWith("Samples.run");
    assertThat(last.get("mode").stringValue()).isEqualTo("avgt");
    assertThat(last.get("threads").intValue()).isEqualTo(1);
    assertThat(last.get("params")).isEqualTo(json("results.json").get(2).get("params"));
    assertThat(last.get("unit").stringValue()).isEqualTo("ms/op");
    assertThat(last.get("forks")).hasToString("[[3.0],[6.0],[9.0],[12.0]]");
    JsonNode line = new JsonMapper().readTree(lines("forks.jsonl").getLast());
    assertThat(line.get("warmup")).hasToString("[12.0]");
  }

  @Test
  void create_folderOfAnotherRun_isRefused() throws IOException {
    run(turn -> Samples.fork(turn.sweep(), 1));
    assertThatThrownBy(() -> ResultFolder.create(folder(), POINTS))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("holds the results of another run");
  }

  @Test
  void create_folderBelowAFile_isRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> ResultFolder.create(file.resolve("out"), POINTS))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot be written to");
  }

  private void run(Forks forks) {
    try (ResultFolder folder = ResultFolder.create(folder(), POINTS)) {
      var progress = new Progress(new PrintWriter(shown), InstantSource.system(), TURNS);
      new Session(forks, folder, progress, interruption).run(TURNS);
    }
  }

  private Path folder() {
    return temporary.resolve("deep/er");
  }

  private JsonNode json(String file) throws IOException {
    return new JsonMapper().readTree(Files.readString(folder().resolve(file)));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder().resolve(file));
  }
}
