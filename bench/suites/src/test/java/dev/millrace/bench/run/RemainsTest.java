package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.environment.Environment;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.FeedSource;
import dev.millrace.bench.workload.WorkloadFile;
import dev.millrace.io.file.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RemainsTest {
  private static final List<Point> POINTS = Samples.points(3);
  private static final List<Turn> TURNS = Turn.interleaved(Samples.sweeps(POINTS), 4, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 11, 12})
  void resume_runThatWasCutOff_endsLikeOneThatWasNot(int finished) throws IOException {
    take(ResultFolder.create(folder, POINTS), TURNS.subList(0, finished));
    List<ForkRecord> kept = new Remains(folder).finished(TURNS);
    assertThat(kept).hasSize(finished);
    take(ResultFolder.resume(folder, POINTS, kept), TURNS.subList(finished, TURNS.size()));

    Path whole = Files.createDirectories(folder.resolve("whole"));
    take(ResultFolder.create(whole, POINTS), TURNS);
    for (String file : List.of("results.json", "warmup.json")) {
      assertThat(Files.readString(folder.resolve(file)))
          .isEqualTo(Files.readString(whole.resolve(file)));
    }
    assertThat(places(folder)).isEqualTo(places(whole)).hasSize(12);
  }

  @Test
  void resume_linesOfAnOlderVersion_haveNoWarmUp() throws IOException {
    take(ResultFolder.create(folder, POINTS), TURNS.subList(0, 3));
    Path forks = folder.resolve("forks.jsonl");
    String lines = Files.readString(forks);
    Files.writeString(forks, lines.replaceAll("\"warmup\":\\[[0-9.,]+],", ""));
    assertThat(Files.readString(forks)).isNotEqualTo(lines);
    List<ForkRecord> kept = new Remains(folder).finished(TURNS);
    assertThat(kept).hasSize(3).allMatch(fork -> fork.warmup().isEmpty());
    take(ResultFolder.resume(folder, POINTS, kept), TURNS.subList(3, TURNS.size()));
    JsonNode first =
        new JsonMapper().readTree(Files.readString(folder.resolve("warmup.json"))).get(0);
    assertThat(first.get("forks")).hasSize(4);
    assertThat(first.at("/forks/0")).isEmpty();
    assertThat(first.at("/forks/3/0").doubleValue()).isPositive();
  }

  @Test
  void finished_lineThatWasCutOff_isLeftOut() throws IOException {
    take(ResultFolder.create(folder, POINTS), TURNS.subList(0, 3));
    Path forks = folder.resolve("forks.jsonl");
    String text = Files.readString(forks);
    Files.writeString(forks, text.substring(0, text.length() - 20));
    assertThat(new Remains(folder).finished(TURNS)).hasSize(2);
  }

  @Test
  void finished_turnWithoutAllItsPoints_isLeftOut() throws IOException {
    List<Point> pair = List.of(pointAt("1"), pointAt("2"));
    Turn turn = new Turn(Sweep.overParallelism(pair, Samples.SETTINGS), 1, 1);
    try (ResultFolder results = ResultFolder.create(folder, pair)) {
      results.add(
          turn, List.of(Samples.measured(pair.get(0), 1), Samples.measured(pair.get(1), 2)));
    }
    assertThat(new Remains(folder).finished(List.of(turn))).hasSize(2);
    List<String> lines = Files.readAllLines(folder.resolve("forks.jsonl"));
    Files.writeString(folder.resolve("forks.jsonl"), lines.getFirst() + "\n");
    assertThat(new Remains(folder).finished(List.of(turn))).isEmpty();
  }

  @Test
  void finished_lineThatIsNoRecord_isRefusedWithItsPlace() throws IOException {
    take(ResultFolder.create(folder, POINTS), TURNS.subList(0, 1));
    Files.writeString(folder.resolve("forks.jsonl"), "nonsense\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> new Remains(folder).finished(TURNS))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder + "/forks.jsonl: line 2: cannot be read: ");
  }

  @Test
  void check_sameMachineAndWorkload_isFine() {
    begin("Quick CPU", workload(1));
    new Remains(folder).check(environment("Quick CPU"), workload(1));
  }

  @Test
  void check_otherMachine_isRefusedInOneLine() {
    begin("Quick CPU", null);
    var remains = new Remains(folder);
    assertThatThrownBy(() -> remains.check(environment("Slow CPU"), null))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder + ": cannot be resumed: machine.cpuModel was \"Quick CPU\" and is \"Slow CPU\"");
  }

  @Test
  void check_otherWorkload_isRefused() {
    begin("Quick CPU", workload(1));
    var remains = new Remains(folder);
    assertThatThrownBy(() -> remains.check(environment("Quick CPU"), workload(2)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be resumed: the workload was {");
  }

  @Test
  void arguments_ofTheRun_areThoseItWasStartedWith() {
    begin("Quick CPU", null);
    assertThat(new Remains(folder).arguments()).containsExactly("quick", "--jobs", "scan");
  }

  @Test
  void remains_folderWithoutARun_areRefused() {
    assertThatThrownBy(() -> new Remains(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no run to resume");
  }

  private void begin(String cpu, @Nullable WorkloadFile workload) {
    try (ResultFolder results = ResultFolder.create(folder, POINTS)) {
      results.write(environment(cpu));
    }
    if (workload != null) {
      workload.write(folder);
    }
  }

  private static Environment environment(String cpu) {
    return new Environment(
        new Environment.Machine(cpu, 2, 2, null, null, 1L, "Linux"),
        new Environment.Jvm("25", "vendor", "VM", List.of("-Xmx1g")),
        new Environment.Project("abc", false),
        new Environment.Run("bench quick", List.of("quick", "--jobs", "scan"), "now", null),
        List.of());
  }

  private static WorkloadFile workload(long items) {
    var job = new WorkloadFile.Job(null, new Answer(items, "00"));
    return WorkloadFile.of(new FeedSource.Generated(1, 5), Map.of("scan", job));
  }

  private static Point pointAt(String parallelism) {
    Point point = Samples.point("job");
    var params = new LinkedHashMap<>(point.params());
    params.put("parallelism", parallelism);
    return new Point(point.benchmark(), params, "job");
  }

  /// Takes turns whose results depend on nothing but themselves.
  private static void take(ResultFolder folder, List<Turn> turns) {
    try (folder) {
      Forks forks = turn -> Samples.fork(turn.sweep(), turn.sweep().label().length(), 3);
      var progress =
          new Progress(new PrintWriter(new StringWriter()), InstantSource.system(), turns);
      new Session(forks, folder, progress, new Interruption()).run(turns);
    }
  }

  private static List<Integer> places(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("forks.jsonl")).stream()
        .map(line -> new JsonMapper().readTree(line))
        .map((JsonNode record) -> record.get("place").intValue())
        .toList();
  }
}
