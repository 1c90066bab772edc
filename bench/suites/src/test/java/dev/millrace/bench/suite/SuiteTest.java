package dev.millrace.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.bench.job.Jobs;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class SuiteTest {
  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void everySuite_runOnceAtTheSmallest_givesAScore() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("dev\\.millrace\\.bench\\..*")
            .forks(0)
            .param("items", "50")
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .shouldFailOnError(true)
            .output(folder.resolve("jmh.log").toString())
            .build();
    Collection<RunResult> results = new Runner(options).run();
    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark())
        .containsOnly(
            ScalingBenchmark.class.getName() + ".run",
            ControlBenchmark.class.getName() + ".run",
            GcBenchmark.class.getName() + ".run",
            LiveSetBenchmark.class.getName() + ".collect",
            ContainsAnyBenchmark.class.getName() + ".run");
    assertThat(results)
        .allMatch(result -> result.getPrimaryResult().getScore() > 0)
        .allMatch(result -> result.getPrimaryResult().getScoreUnit().equals("ms/op"));
  }

  @Test
  void defaults_ofTheParams_areRegistered() throws NoSuchFieldException {
    assertThat(Engines.labels()).contains(defaultOf("engine"));
    assertThat(Jobs.labels()).contains(defaultOf("job"));
  }

  private static String defaultOf(String param) throws NoSuchFieldException {
    return ScalingBenchmark.class.getField(param).getAnnotation(Param.class).value()[0];
  }
}
