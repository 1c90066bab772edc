package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class PauseProfilerTest {
  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  private static Map<String, Double> scores(List<? extends Result<?>> results) {
    var scores = new TreeMap<String, Double>();
    results.forEach(
        each -> scores.put(each.getLabel() + " " + each.getScoreUnit(), each.getScore()));
    return scores;
  }

  @Test
  void results_somePauses_areDividedByTheOperations() {
    assertThat(scores(PauseProfiler.results(List.of(3L, 7L, 2L), 4)))
        .containsEntry("pause ms/op", 3.0)
        .containsEntry("pause.count #/op", 0.75)
        .containsEntry("pause.longest ms", 7.0);
  }

  @Test
  void results_noPause_areZero() {
    assertThat(scores(PauseProfiler.results(List.of(), 4)))
        .containsEntry("pause ms/op", 0.0)
        .containsEntry("pause.count #/op", 0.0)
        .containsEntry("pause.longest ms", 0.0);
  }

  @Test
  void end_collectionsSinceTheBeginning_areAllThere() throws InterruptedException {
    var log = new PauseLog();
    System.gc();
    log.begin();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    assertThat(log.end()).hasSizeGreaterThanOrEqualTo(3).allMatch(pause -> pause >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC"})
  void run_inAFork_countsCollectionsAndTheLiveSetAndWhatTheyCost(String collector)
      throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(CollectBenchmark.class.getName())
            .addProfiler(PauseProfiler.class)
            .addProfiler(CpuProfiler.class)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(300))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(200))
            .timeout(new TimeValue(1, TimeUnit.MINUTES))
            .jvmArgsAppend("-Xmx512m", collector)
            .shouldFailOnError(true)
            .output(folder.resolve("jmh.log").toString())
            .build();
    var secondary = new ArrayList<Result<?>>();
    for (Result<?> each : new Runner(options).runSingle().getSecondaryResults().values()) {
      secondary.add(each);
    }
    Map<String, Double> results = scores(secondary);
    assertThat(results.get("heap.live MB")).isBetween(CollectBenchmark.BYTES / 1e6, 90.0);
    assertThat(results.get("pause.count #/op")).isBetween(0.99, 20.0);
    assertThat(results.get("pause.longest ms")).isGreaterThanOrEqualTo(0);
    if (OS.LINUX.isCurrentOs()) {
      assertThat(results.get("cpu.gc ms/op"))
          .as("the collector has most of the CPU time")
          .isGreaterThan(0.5 * results.getOrDefault("cpu ms/op", Double.NaN));
    }
  }
}
