package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class FlameProfilerTest {
  @TempDir Path folder;

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @ParameterizedTest
  @CsvSource({"cpu", "ctimer", "itimer"})
  @EnabledOnOs(OS.LINUX)
  void run_supportedEvent_leavesGraphStacksAndRecording(String event) throws RunnerException {
    RunResult result = run("name=burn;event=" + event, "-Dnothing");
    assertThat(folder.resolve("flames/burn.collapsed")).content().contains("ThreadCpu.burn");
    assertThat(folder.resolve("flames/burn.html"))
        .content()
        .contains("<h1>dev.millrace.jmh.BurnBenchmark.burn");
    assertThat(folder.resolve("flames/burn.jfr")).isNotEmptyFile();
    assertThat(result.getSecondaryResults())
        .hasEntrySatisfying(
            "flame.samples", samples -> assertThat(samples.getScore()).isGreaterThan(20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event=nosuch | -Dnothing | no profile: nosuch: Unsupported event type",
        "event=cpu | -Dos.name=Plan9 | no profile: Unsupported platform",
        "event=cpu | -Done.profiler.libraryPath=/nowhere | no profile: Can't load library"
      })
  void run_unsupported_saysSoAndGoesOn(String options, String jvmArg, String problem)
      throws RunnerException {
    RunResult result = run(options, jvmArg);
    assertThat(result.getPrimaryResult().getScore()).isPositive();
    assertThat(result.getSecondaryResults()).containsOnlyKeys(FlameProfiler.NOTE);
    assertThat(folder.resolve("jmh.log")).content().contains(problem);
  }

  @Test
  void options_unknown_endTheRunBeforeItsFirstFork() {
    assertThatThrownBy(() -> run("evnt=cpu", "-Dnothing"))
        .hasStackTraceContaining("FlameProfiler: no option 'evnt=cpu' (there is dir=…");
  }

  private RunResult run(String options, String jvmArg) throws RunnerException {
    var built =
        new OptionsBuilder()
            .include("^" + BurnBenchmark.class.getName() + ".burn$")
            .addProfiler(FlameProfiler.class, "dir=" + folder.resolve("flames") + ";" + options)
            .forks(1)
            .warmupIterations(0)
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(200))
            .shouldFailOnError(true)
            .jvmArgsAppend(jvmArg, "--enable-native-access=ALL-UNNAMED")
            .output(folder.resolve("jmh.log").toString())
            .build();
    return new Runner(built).runSingle();
  }
}
