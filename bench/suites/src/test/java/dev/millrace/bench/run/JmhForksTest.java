package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.json.RecordJson;
import dev.millrace.bench.suite.ScalingBenchmark;
import dev.millrace.bench.suite.WaitingBenchmark;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.FeedSource;
import dev.millrace.bench.workload.Workload;
import dev.millrace.bench.workload.WorkloadFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.BenchmarkResult;

class JmhForksTest {
  private static final FeedSource FEED = new FeedSource.Generated(1, 100);

  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void measure_rightAnswer_givesTimeAndCpuTime() throws Exception {
    Answer right = Workload.load(FEED).reference("scan", null).answer();
    List<Measured> sweep = forks(right).measure(new Turn(sweep(), 1, 1));
    assertThat(sweep).hasSize(2);
    assertThat(sweep)
        .extracting(point -> point.result().getParams().getParam("parallelism"))
        .containsExactly("1", "3");
    assertThat(sweep)
        .allSatisfy(
            point -> assertThat(point.warmup()).singleElement().matches(score -> score > 0));
    BenchmarkResult fork = sweep.getLast().result();
    assertThat(fork.getParams().getMeasurement().getCount()).isEqualTo(2);
    assertThat(fork.getIterationResults()).hasSize(2);
    assertThat(fork.getPrimaryResult().getScore()).isPositive();
    assertThat(fork.getSecondaryResults()).containsKeys("cpu", "cpu.user", "cpu.system");
  }

  @Test
  void measure_wrongAnswer_saysWhichRunAndBothAnswers() {
    Forks forks = forks(new Answer(99, "0123456789abcdef"));
    assertThatThrownBy(() -> forks.measure(new Turn(sweep(), 1, 1)))
        .isInstanceOf(ForkException.class)
        .hasMessageMatching(
            "wrong answer: fused on scan at parallelism 1: "
                + "expected 99 items, digest 0123456789ab, got 100 items, digest [0-9a-f]{12}");
  }

  @Test
  void measure_jvmThatDoesNotStart_isAForkException() {
    Forks forks = forks(List.of("-XX:NoSuchFlag"));
    assertThatThrownBy(() -> forks.measure(new Turn(sweep(), 1, 1)))
        .isInstanceOf(ForkException.class);
  }

  /// Forks are started one by one, and still number their lines one after the other.
  @Test
  void withLatency_everyFork_addsItsIterationsToTheLogOfThePoint() throws Exception {
    Path logs = folder.resolve("latency");
    var forks = forks(List.of("--enable-native-access=ALL-UNNAMED")).withLatency(logs);
    Sweep sweep = Sweep.overParallelism(List.of(waiting("1"), waiting("2")), Samples.SETTINGS);
    for (int round = 1; round <= 2; round++) {
      for (Measured point : forks.measure(new Turn(sweep, round, 2))) {
        assertThat(point.result().getSecondaryResults())
            .containsKeys("cpu", "latency.p99", "latency.count");
      }
    }
    for (int parallelism = 1; parallelism <= 2; parallelism++) {
      String name =
          WaitingBenchmark.class.getName()
              + ".run-AverageTime-items-1000-parallelism-"
              + parallelism
              + "-plan-TWICE-waiting-PENDING.hlog";
      assertThat(tags(logs.resolve(name))).containsExactly("1/1", "1/2", "2/1", "2/2");
    }
  }

  private static List<String> tags(Path log) throws IOException {
    var tags = new ArrayList<String>();
    try (var reader = new HistogramLogReader(log.toFile())) {
      while (reader.hasNext()) {
        tags.add(reader.nextIntervalHistogram().getTag());
      }
    }
    return tags;
  }

  private static Point waiting(String parallelism) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("waiting", "PENDING");
    params.put("plan", "TWICE");
    params.put("parallelism", parallelism);
    params.put("items", "1000");
    return new Point(WaitingBenchmark.class.getName() + ".run", params, "waiting");
  }

  private Forks forks(Answer expected) {
    Path file = folder.resolve("workload.json");
    var jobs = Map.of("scan", new WorkloadFile.Job(null, expected));
    RecordJson.write(file, WorkloadFile.of(FEED, jobs));
    return forks(
        List.of("-D" + WorkloadFile.PROPERTY + "=" + file, "--enable-native-access=ALL-UNNAMED"));
  }

  private static JmhForks forks(List<String> jvmArgs) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new JmhForks(jvmArgs, nowhere);
  }

  private static Sweep sweep() {
    return Sweep.overParallelism(List.of(point("1"), point("3")), Samples.SETTINGS);
  }

  private static Point point(String parallelism) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("engine", "fused");
    params.put("job", "scan");
    params.put("parallelism", parallelism);
    params.put("items", "100");
    return new Point(ScalingBenchmark.class.getName() + ".run", params, "scan fused");
  }
}
