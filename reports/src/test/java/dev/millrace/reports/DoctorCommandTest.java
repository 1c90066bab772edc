package dev.millrace.reports;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static dev.millrace.reports.JmhJson.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
  private static final double[][] QUIET = forks(100, 100.1, 99.9, 100.05, 99.95);
  private static final double[][] NOISY = forks(100, 120, 80, 110, 90);

  @TempDir private Path folder;

  private Run doctor(String[] baseline, String[] candidate, String... options) {
    var before = JmhJson.write(folder.resolve("before.json"), baseline);
    var after = JmhJson.write(folder.resolve("after.json"), candidate);
    return Run.of("gate", "doctor", before.toString(), after.toString()).with(options);
  }

  private Run doctor(String... records) {
    return doctor(records, records);
  }

  private static String verdict(Run run, String mutant) {
    return run.out()
        .lines()
        .filter(line -> line.matches(Pattern.quote(mutant) + "  .*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + mutant + " in\n" + run.out()));
  }

  @Test
  void doctor_quietResults_killsAll() {
    var run = doctor(averageTime("a", QUIET), record("x.Y.b", "thrpt", "ops/s", QUIET));
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(verdict(run, "x1.05")).contains("2 regressed").endsWith("yes");
    assertThat(verdict(run, "x1.2")).contains("2 regressed").endsWith("yes");
    assertThat(verdict(run, "x0.5")).contains("2 improved").endsWith("yes");
    assertThat(run.out()).doesNotContain("note:").endsWith("(exit code 0)\n");
  }

  @Test
  void doctor_atLeastTwelveKinds() {
    assertThat(doctor(averageTime("a", QUIET)).out().lines().filter(line -> line.endsWith("yes")))
        .hasSizeGreaterThan(12);
  }

  @Test
  void doctor_noisyResults_demandOnlyThatNothingPasses() {
    var run = doctor(averageTime("a", NOISY));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(verdict(run, "x1.05")).contains("regressed or inconclusive", "1 inconclusive");
    assertThat(run.out()).contains("note: x1.05 is within the noise of every series here");
  }

  @Test
  void doctor_realDifference_isTakenOut() {
    var run =
        doctor(
            new String[] {averageTime("a", QUIET)},
            new String[] {averageTime("a", forks(300, 300.3, 299.7, 300.15, 299.85))});
    assertThat(run.out()).contains("as they are: 1 regressed (exit code 1)");
    assertThat(verdict(run, "none")).contains("1 pass").endsWith("yes");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void doctor_wideMargin_letsFivePercentPass() {
    var run =
        doctor(
            new String[] {averageTime("a", QUIET)},
            new String[] {averageTime("a", QUIET)},
            "--margin",
            "10%");
    assertThat(verdict(run, "x1.05")).contains("pass").endsWith("yes");
    assertThat(verdict(run, "x1.2")).contains("1 regressed").endsWith("yes");
  }

  @Test
  void doctor_oneFork_provesNothingAndSaysSo() {
    var run = doctor(averageTime("a", forks(100)));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("note: x0.5 is within the noise");
  }

  /// Three forks that differ by 20 %: twice as fast is told for all that, and the words say so.
  @Test
  void doctor_changeThatWasTold_isNotCalledNoise() {
    var three = forks(100, 120, 80);
    var run = doctor(averageTime("a", three), averageTime("b", three));
    assertThat(verdict(run, "x0.5")).contains("2 improved or inconclusive ", " 2 improved ");
    assertThat(run.out()).contains("note: x1.05").doesNotContain("note: x0.5");
  }

  @Test
  void doctor_everyMetricOfTheGate_isExamined() {
    var measured =
        with(
            with(averageTime("a", QUIET), "cpu", "ms/op", NOISY),
            "gc.alloc.rate.norm",
            "B/op",
            forks(1000, 1000, 1000, 1000, 1000));
    var run = doctor(measured, with(averageTime("b", QUIET), "gc.time", "ms", QUIET));
    assertThat(run.out()).contains("with their noise: 2 wall, 1 cpu, 1 allocation\n");
    assertThat(verdict(run, "x1.05"))
        .contains("4 regressed, of these 1 or inconclusive", "3 regressed, 1 inconclusive")
        .endsWith("yes");
    assertThat(verdict(run, "NaN")).contains("error").endsWith("yes");
    assertThat(run.exitCode()).as(run.out()).isZero();
  }

  /// Next to nothing is allocated: half of it and twice as much are both next to nothing.
  @Test
  void doctor_allocationOfNothing_isLeftOut() {
    var nothing = with(averageTime("a", QUIET), "gc.alloc.rate.norm", "B/op", forks(.1, .2));
    assertThat(doctor(nothing).out()).contains("with their noise: 1 wall\n");
  }

  @Test
  void doctor_anyNoise_killsAll() {
    for (var seed = 0L; seed < 30; seed++) {
      var random = new Random(seed);
      var before = suite(random);
      var run = doctor(before, suite(random));
      assertThat(run.exitCode()).as("seed %d%n%s", seed, run.out()).isZero();
    }
  }

  private static String[] suite(Random random) {
    return IntStream.range(0, 12)
        .mapToObj(i ->
            with(
                averageTime("b" + i, noisy(random, i - 6.0)),
                "gc.alloc.rate.norm",
                "B/op",
                noisy(random, i - 12.0)))
        .toArray(String[]::new);
  }

  private static double[][] noisy(Random random, double exponent) {
    return forks(
        random.doubles(5).map(noise -> 100 + Math.pow(2, exponent) * (noise - 0.5)).toArray());
  }

  @Test
  void doctor_unusableSeries_areLeftOut() {
    var run =
        doctor(
            averageTime("a", QUIET),
            averageTime("b", forks(0, 0)),
            averageTime("c", QUIET),
            averageTime("c", QUIET));
    assertThat(run.out()).contains("with their noise: 1 wall\n");
    assertThat(run.exitCode()).as(run.out()).isZero();
  }

  @Test
  void doctor_nothingInCommon_isUnreadable() {
    var run =
        doctor(new String[] {averageTime("a", QUIET)}, new String[] {averageTime("b", QUIET)});
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("nothing to inject faults into").hasLineCount(1);
  }

  @Test
  void doctor_oneFile_isUsage() {
    assertThat(Run.of("gate", "doctor", "one.json").exitCode()).isEqualTo(64);
  }
}
