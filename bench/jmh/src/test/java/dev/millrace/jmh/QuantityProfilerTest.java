package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class QuantityProfilerTest {
  @TempDir Path folder;

  @Test
  @SuppressWarnings("rawtypes") // JMH's own map is raw
  void run_benchmarkThatNotes_givesMeanAndGreatestOfEachIteration() throws RunnerException {
    System.setProperty("jmh.ignoreLock", "true");
    var options =
        new OptionsBuilder()
            .include(NotingBenchmark.class.getName())
            .addProfiler(QuantityProfiler.class)
            .forks(0)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(1))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(1))
            .output(folder.resolve("jmh.log").toString())
            .build();
    Map<String, Result> secondary = new Runner(options).runSingle().getSecondaryResults();
    // Iterations note 1 and 3 (warm-up), 2 and 6, 3 and 9.
    assertThat(secondary)
        .hasEntrySatisfying(
            "mean",
            mean -> {
              assertThat(mean.getScore()).isCloseTo(5.0, within(1e-9));
              assertThat(mean.getScoreUnit()).isEqualTo("apples");
            });
    assertThat(secondary)
        .hasEntrySatisfying("greatest", greatest -> assertThat(greatest.getScore()).isEqualTo(9.0));
  }
}
