package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.json.RecordJson;
import dev.millrace.bench.suite.ScalingBenchmark;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.FeedSource;
import dev.millrace.bench.workload.Workload;
import dev.millrace.bench.workload.WorkloadFile;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
    List<BenchmarkResult> sweep = forks(right).measure(sweep());
    assertThat(sweep).hasSize(2);
    assertThat(sweep)
        .extracting(point -> point.getParams().getParam("parallelism"))
        .containsExactly("1", "3");
    BenchmarkResult fork = sweep.getLast();
    assertThat(fork.getParams().getMeasurement().getCount()).isEqualTo(2);
    assertThat(fork.getIterationResults()).hasSize(2);
    assertThat(fork.getPrimaryResult().getScore()).isPositive();
    assertThat(fork.getSecondaryResults()).containsKeys("cpu", "cpu.user", "cpu.system");
  }

  @Test
  void measure_wrongAnswer_saysWhichRunAndBothAnswers() {
    Forks forks = forks(new Answer(99, "0123456789abcdef"));
    assertThatThrownBy(() -> forks.measure(sweep()))
        .isInstanceOf(ForkException.class)
        .hasMessageMatching(
            "wrong answer: fused on scan at parallelism 1: "
                + "expected 99 items, digest 0123456789ab, got 100 items, digest [0-9a-f]{12}");
  }

  @Test
  void measure_jvmThatDoesNotStart_isAForkException() {
    Forks forks = forks(List.of("-XX:NoSuchFlag"));
    assertThatThrownBy(() -> forks.measure(sweep())).isInstanceOf(ForkException.class);
  }

  private Forks forks(Answer expected) {
    Path file = folder.resolve("workload.json");
    var jobs = Map.of("scan", new WorkloadFile.Job(null, expected));
    RecordJson.write(file, WorkloadFile.of(FEED, jobs));
    return forks(
        List.of("-D" + WorkloadFile.PROPERTY + "=" + file, "--enable-native-access=ALL-UNNAMED"));
  }

  private static Forks forks(List<String> jvmArgs) {
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
