package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    Map<String, Double> scores = scores(CpuProfiler.results(used, Map.of(), 10));
    assertThat(scores).containsOnlyKeys("cpu", "cpu.user", "cpu.system");
    assertThat(scores.get("cpu")).isEqualTo(3.0);
    assertThat(scores.get("cpu.user")).isCloseTo(2.0, within(1e-12));
    assertThat(scores.get("cpu.system")).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void results_splitWithoutTime_countsAllAsUser() {
    var used = new CpuTime(500, new CpuTime.Split(0, 0));
    Map<String, Double> scores = scores(CpuProfiler.results(used, Map.of(), 1));
    assertThat(scores).containsEntry("cpu.system", 0.0);
    assertThat(scores.get("cpu.user")).isEqualTo(scores.get("cpu"));
  }

  @Test
  void results_splitUnknown_givesTheWholeAlone() {
    assertThat(scores(CpuProfiler.results(new CpuTime(8_000_000, null), Map.of(), 4)))
        .isEqualTo(Map.of("cpu", 2.0));
  }

  @Test
  void systemNanos_splitUnknown_isRefused() {
    assertThatThrownBy(new CpuTime(1, null)::systemNanos).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void results_rolesOfTheJvmKnown_leaveTheRestToTheMutator() {
    Map<JvmRole, Long> jvm =
        Map.of(JvmRole.GC, 5_000_000L, JvmRole.JIT, 2_000_000L, JvmRole.OTHER, 1_000_000L);
    assertThat(scores(CpuProfiler.results(new CpuTime(20_000_000, null), jvm, 2)))
        .isEqualTo(
            Map.of(
                "cpu", 10.0, "cpu.gc", 2.5, "cpu.jit", 1.0, "cpu.other", 0.5, "cpu.mutator", 6.0));
  }

  @Test
  void results_jvmSeemsToUseMoreThanAll_hasUsedAll() {
    Map<JvmRole, Long> jvm =
        Map.of(JvmRole.GC, 9_000_000L, JvmRole.JIT, 3_000_000L, JvmRole.OTHER, 0L);
    assertThat(scores(CpuProfiler.results(new CpuTime(8_000_000, null), jvm, 1)))
        .isEqualTo(
            Map.of(
                "cpu", 8.0, "cpu.gc", 6.0, "cpu.jit", 2.0, "cpu.other", 0.0, "cpu.mutator", 0.0));
  }

  @Test
  void results_onlyTheCollectorKnown_sayNothingOfTheRest() {
    Map<JvmRole, Long> jvm = Map.of(JvmRole.GC, 1_000_000L);
    assertThat(scores(CpuProfiler.results(new CpuTime(4_000_000, null), jvm, 1)))
        .isEqualTo(Map.of("cpu", 4.0, "cpu.gc", 1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @EnabledOnOs(OS.LINUX)
  void run_operationsOfAMillisecond_areChargedTheirOwnTimeWithinTwoPercent(int threads)
      throws RunnerException {
    Map<String, Double> results = secondaryScores(threads);
    assertThat(results.keySet())
        .allMatch(label -> label.endsWith(" ms/op"))
        .extracting(label -> label.substring(0, label.indexOf(' ')))
        .containsExactly(
            "cpu", "cpu.gc", "cpu.jit", "cpu.mutator", "cpu.other", "cpu.system", "cpu.user");
    double cpu = results.getOrDefault("cpu ms/op", Double.NaN);
    assertThat(sum(results, "cpu.user", "cpu.system")).isCloseTo(cpu, within(1e-9));
    assertThat(sum(results, "cpu.mutator", "cpu.gc", "cpu.jit", "cpu.other"))
        .isCloseTo(cpu, within(1e-9));
    assertThat(sum(results, "cpu.mutator"))
        .isCloseTo(BurnBenchmark.MILLIS, within(0.02 * BurnBenchmark.MILLIS));
  }

  private static double sum(Map<String, Double> results, String... labels) {
    return Arrays.stream(labels)
        .mapToDouble(label -> results.getOrDefault(label + " ms/op", Double.NaN))
        .sum();
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
            .measurementTime(TimeValue.milliseconds(800))
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
