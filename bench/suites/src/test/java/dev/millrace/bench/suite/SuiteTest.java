package dev.millrace.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.bench.job.Jobs;
import dev.millrace.bench.run.Matrix;
import dev.millrace.bench.run.Preset;
import dev.millrace.bench.run.Sweep;
import dev.millrace.jmh.QuantityProfiler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class SuiteTest {
  /// Params that say how much there is to do.
  private static final Map<String, String> LITTLE =
      Map.of("items", "50", "chunks", "20", "workMicros", "40", "volume", "200");

  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void everyBenchmark_isInTheRegistry() {
    Stream<Class<?>> suites = Arrays.stream(Suites.values()).map(Suites::type);
    Set<String> registered =
        Stream.concat(suites, Stream.of(ControlBenchmark.class))
            .map(Class::getName)
            .collect(Collectors.toSet());
    Set<String> written =
        Matrix.benchmarks().stream()
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .filter(name -> name.startsWith("dev.millrace.bench."))
            .collect(Collectors.toSet());
    assertThat(written).hasSizeGreaterThan(2).isEqualTo(registered);
  }

  static Stream<Sweep> firstSweeps() {
    return Stream.concat(
            Arrays.stream(Suites.values()).map(SuiteTest::matrix),
            Stream.of(new Matrix("control", ControlBenchmark.class, "parallelism")))
        .flatMap(SuiteTest::firstOfEachMethod);
  }

  private static Stream<Sweep> firstOfEachMethod(Matrix matrix) {
    var seen = new HashSet<String>();
    return matrix.sweeps(Preset.QUICK.settings()).stream()
        .filter(sweep -> seen.add(sweep.points().getFirst().benchmark()));
  }

  @ParameterizedTest
  @MethodSource("firstSweeps")
  @Timeout(120)
  void everyBenchmark_runOnceAtTheSmallest_givesAScore(Sweep sweep) throws RunnerException {
    RunResult result = run(sweep);
    assertThat(result.getPrimaryResult().getScore()).isPositive();
    assertThat(result.getPrimaryResult().getScoreUnit()).isEqualTo("ms/op");
  }

  @ParameterizedTest
  @CsvSource({
    "SLOTS, overhead",
    "HAND_OFF, hand-offs failed-takes parks",
    "GRANTS, granted lost release release.max",
    "WAITING, blocked",
    "EVALUATOR, allocated"
  })
  @Timeout(120)
  void suite_thatCountsBesideTheTime_givesSecondaryResults(Suites suite, String names)
      throws RunnerException {
    Sweep measured =
        matrix(suite).sweeps(Preset.QUICK.settings()).stream()
            .filter(sweep -> sweep.points().getFirst().benchmark().endsWith(".run"))
            .findFirst()
            .orElseThrow();
    assertThat(run(measured).getSecondaryResults()).containsOnlyKeys(names.split(" "));
  }

  private RunResult run(Sweep sweep) throws RunnerException {
    Map<String, String> params = sweep.points().getFirst().params();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + sweep.points().getFirst().benchmark() + "$")
            .forks(0)
            .addProfiler(QuantityProfiler.class)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .shouldFailOnError(true)
            .output(folder.resolve("jmh.log").toString());
    for (Map.Entry<String, String> param : params.entrySet()) {
      String value = LITTLE.getOrDefault(param.getKey(), param.getValue());
      options = options.param(param.getKey(), value);
    }
    return new Runner(options.build()).runSingle();
  }

  private static Matrix matrix(Suites suite) {
    return new Matrix(suite.label(), suite.type(), suite.turning());
  }

  @ParameterizedTest
  @EnumSource
  void suite_paramThatTakesTurns_isOneOfItsParams(Suites suite) {
    List<Sweep> sweeps = matrix(suite).sweeps(Preset.QUICK.settings());
    assertThat(sweeps).isNotEmpty();
    assertThat(sweeps).anyMatch(sweep -> Objects.equals(sweep.turning(), suite.turning()));
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
