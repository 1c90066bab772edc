package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class HdrProfilerTest {
  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void run_twice_leavesTheLogOfTheSecond() throws Exception {
    for (int i = 0; i < 2; i++) {
      run("RecordingBenchmark.record", 2, 2);
      List<Histogram> log = log();
      assertThat(log).extracting(Histogram::getTag).containsExactly("1/1", "1/2", "2/1", "2/2");
      for (Histogram iteration : log) {
        assertThat(iteration.getTotalCount()).isGreaterThan(10_000);
        assertThat(iteration.getEndTimeStamp()).isGreaterThan(iteration.getStartTimeStamp());
        assertThat(iteration.getValueAtPercentile(99)).isEqualTo(RecordingBenchmark.SHORT);
        assertThat((double) iteration.getValueAtPercentile(99.9))
            .isCloseTo(RecordingBenchmark.STALL, withinPercentage(0.1));
      }
    }
  }

  @Test
  void run_timedByTheClock_givesPercentilesAsSecondaryResults() throws Exception {
    RunResult result = run("RecordingBenchmark.time", 1, 1);
    assertThat(result.getSecondaryResults())
        .containsOnlyKeys(
            "latency.p50",
            "latency.p90",
            "latency.p99",
            "latency.p99.9",
            "latency.p99.99",
            "latency.max",
            "latency.count");
    assertThat(result.getSecondaryResults())
        .hasEntrySatisfying(
            "latency.p50",
            median -> {
              assertThat(median.getScore()).isGreaterThan(100_000);
              assertThat(median.getScoreUnit()).isEqualTo("ns/op");
            });
    assertThat(log()).singleElement().extracting(Histogram::getTag).isEqualTo("1/1");
  }

  @Test
  void run_benchmarkThatRecordsNothing_saysSoAndGoesOn() throws Exception {
    RunResult result = run("BurnBenchmark.burn", 1, 1);
    assertThat(result.getSecondaryResults()).containsOnlyKeys("latency");
    assertThat(folder.resolve("log/jmh.log"))
        .content()
        .contains("the benchmark records no latency: it takes no Latency");
    assertThat(folder.resolve("logs")).doesNotExist();
  }

  @Test
  void run_paramThatTakesTurns_hasALogForEachValue() throws Exception {
    var options =
        options("TurningBenchmark.record", "turns=latency;dir=" + folder.resolve("logs"))
            .param("latency", "50,70")
            .forks(2)
            .measurementIterations(4)
            .build();
    new Runner(options).runSingle();
    for (int latency : List.of(50, 70)) {
      String name = TurningBenchmark.class.getName() + ".record-Throughput-latency-" + latency;
      assertThat(log(folder.resolve("logs").resolve(name + ".hlog")))
          .allSatisfy(each -> assertThat(each.getMaxValue()).isEqualTo(latency))
          .extracting(Histogram::getTag)
          .containsExactly("1/1", "1/2", "2/1", "2/2");
    }
  }

  private RunResult run(String benchmark, int forks, int iterations)
      throws RunnerException, IOException {
    var options =
        options(benchmark, "dir=" + folder.resolve("logs"))
            .forks(forks)
            .measurementIterations(iterations)
            .build();
    return new Runner(options).runSingle();
  }

  private ChainedOptionsBuilder options(String benchmark, String profiler) throws IOException {
    Path log = Files.createDirectories(folder.resolve("log")).resolve("jmh.log");
    return new OptionsBuilder()
        .include("^dev.millrace.jmh." + benchmark + "$")
        .addProfiler(HdrProfiler.class, profiler)
        .warmupIterations(2)
        .warmupTime(TimeValue.milliseconds(30))
        .measurementTime(TimeValue.milliseconds(100))
        .shouldFailOnError(true)
        .output(log.toString());
  }

  /// The only log.
  private List<Histogram> log() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      return log(files.toList().getFirst());
    }
  }

  /// A log, read by the reader that comes with HdrHistogram.
  private static List<Histogram> log(Path file) throws IOException {
    try (var reader = new HistogramLogReader(file.toFile())) {
      var histograms = new ArrayList<Histogram>();
      while (reader.hasNext()) {
        histograms.add((Histogram) reader.nextIntervalHistogram());
      }
      return histograms;
    }
  }
}
