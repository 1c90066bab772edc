package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class CpuProfilerTest {
  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void results_splitKnown_addUpToTheWhole() {
    var used = new CpuTime(30_000_000, new CpuTime.Split(6_000, 3_000));
    Map<String, Double> scores = scores(CpuProfiler.results(used, 10));
    assertThat(scores).containsOnlyKeys("cpu", "cpu.user", "cpu.system");
    assertThat(scores.get("cpu")).isEqualTo(3.0);
    assertThat(scores.get("cpu.user")).isCloseTo(2.0, within(1e-12));
    assertThat(scores.get("cpu.system")).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void results_splitWithoutTime_countsAllAsUser() {
    var used = new CpuTime(500, new CpuTime.Split(0, 0));
    Map<String, Double> scores = scores(CpuProfiler.results(used, 1));
    assertThat(scores).containsEntry("cpu.system", 0.0);
    assertThat(scores.get("cpu.user")).isEqualTo(scores.get("cpu"));
  }

  @Test
  void results_splitUnknown_givesTheWholeAlone() {
    assertThat(scores(CpuProfiler.results(new CpuTime(8_000_000, null), 4)))
        .isEqualTo(Map.of("cpu", 2.0));
  }

  @Test
  void systemNanos_splitUnknown_isRefused() {
    assertThatThrownBy(new CpuTime(1, null)::systemNanos).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void run_inAFork_chargesEachOperationItsOwnTime(int threads) throws RunnerException {
    Map<String, Double> results = secondaryScores(threads);
    assertThat(results).containsOnlyKeys("cpu ms/op", "cpu.user ms/op", "cpu.system ms/op");
    double cpu = results.getOrDefault("cpu ms/op", Double.NaN);
    double sum = results.values().stream().mapToDouble(each -> each).sum() - cpu;
    assertThat(sum).isCloseTo(cpu, within(1e-9));
    assertThat(cpu)
        .as("an operation burns %d ms; divided by too few operations it would be twice that")
        .isBetween(0.99 * BurnBenchmark.MILLIS, 1.8 * BurnBenchmark.MILLIS);
  }

  private Map<String, Double> secondaryScores(int threads) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(BurnBenchmark.class.getName())
            .addProfiler(CpuProfiler.class)
            .forks(1)
            .threads(threads)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(300))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(300))
            .timeout(new TimeValue(1, TimeUnit.MINUTES))
            .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
            .shouldFailOnError(true)
            .output(folder.resolve("jmh.log").toString())
            .build();
    var scores = new TreeMap<String, Double>();
    for (Result<?> each : new Runner(options).runSingle().getSecondaryResults().values()) {
      scores.put(each.getLabel() + " " + each.getScoreUnit(), each.getScore());
    }
    return scores;
  }

  private static Map<String, Double> scores(List<ScalarResult> results) {
    var scores = new TreeMap<String, Double>();
    results.forEach(each -> scores.put(each.getLabel(), each.getScore()));
    return scores;
  }
}
