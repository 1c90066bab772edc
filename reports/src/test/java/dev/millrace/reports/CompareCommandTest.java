package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Drives `gate compare` with a [PlayedJmh].
final class CompareCommandTest {
  @TempDir private Path folder;
  private PlayedJmh jmh;

  @BeforeEach
  void writeJava() throws IOException {
    jmh = PlayedJmh.in(folder);
  }

  @Test
  void compare_tenPercentSlower_isRegressedAndTheRestPasses() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.slow 100", "a.B.same 50", "a.B.scan 10"),
            jmh.jar("new.jar", "a.B.slow 110", "a.B.same 50", "a.B.scan 10"));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("1 regressed, 3 pass").contains("[n=2]");
    assertThat(jmh.order().size()).as("decided long before 30 forks").isLessThan(4 * 2 * 12);
  }

  @Test
  void compare_oneBuild_passes() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 100", "a.B.d 3"), jmh.jar("new.jar", "a.B.c 100", "a.B.d 3"));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("2 pass");
  }

  @Test
  void compare_buildsTakeTurns_inRandomOrder() throws IOException {
    jmh.compare(jmh.jar("old.jar", "a.B.c 100"), jmh.jar("new.jar", "a.B.c 100"));
    var builds =
        jmh.order().stream().map(each -> each.replaceAll(".*-(\\w+)\\.part", "$1")).toList();
    for (var i = 0; i + 1 < builds.size(); i += 2) {
      assertThat(builds.subList(i, i + 2)).containsExactlyInAnyOrder("baseline", "candidate");
    }
    assertThat(builds.stream().limit(20)).isNotEqualTo(builds.stream().sorted().limit(20));
  }

  @Test
  void compare_results_areWrittenAsOneJmhFileForEachBuild() throws IOException {
    jmh.compare(jmh.jar("old.jar", "a.B.c 100"), jmh.jar("new.jar", "a.B.c 100"));
    var merged = ResultFile.read(jmh.out().resolve("baseline.json")).series().getFirst();
    assertThat(merged.primary().forks()).hasSize(jmh.order().size() / 2);
    assertThat(merged.rest()).containsEntry("forks", String.valueOf(jmh.order().size() / 2));
    var again =
        Run.of(
            "gate",
            jmh.out().resolve("baseline.json").toString(),
            jmh.out().resolve("candidate.json").toString());
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void compare_schedule_isLogged() throws IOException {
    jmh.compare(jmh.jar("old.jar", "a.B.scan 100"), jmh.jar("new.jar", "a.B.scan 100"));
    var lines = jmh.schedule();
    assertThat(lines).hasSameSizeAs(jmh.order());
    var first = JsonMapper.shared().readTree(lines.getFirst());
    assertThat(first.get("round").asInt()).isEqualTo(1);
    assertThat(first.get("build").asString()).isIn("BASELINE", "CANDIDATE");
    assertThat(first.get("target").get("params").get("n").asString()).isIn("1", "2");
    assertThat(first.get("failure").isNull()).isTrue();
  }

  @Test
  void compare_forkFails_isAnErrorThatNamesItsLog() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 100", "a.B.d 3"),
            jmh.jar("new.jar", "a.B.c fails", "a.B.d 3"));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out())
        .contains("1 error, 1 pass")
        .containsPattern("a fork of the candidate failed: exit code 1, log .*candidate\\.log");
  }

  @ParameterizedTest
  @CsvSource({"100, fails, it failed: exit", "fails, 100, it failed in the baseline: exit"})
  void compare_forkFails_isAnErrorToTheGateOfTheMergedFilesToo(
      String before, String after, String reason) throws IOException {
    jmh.compare(
        jmh.jar("old.jar", "a.B.scan " + before, "a.B.d 3"),
        jmh.jar("new.jar", "a.B.scan " + after, "a.B.d 3"));
    var again =
        Run.of(
            "gate",
            jmh.out().resolve("baseline.json").toString(),
            jmh.out().resolve("candidate.json").toString());
    assertThat(again.exitCode()).as(again.out() + again.err()).isEqualTo(4);
    assertThat(again.out()).contains("2 error, 1 pass").contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "empty"})
  void compare_failsOnBothSides_isAnErrorToo(String how) throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c " + how, "a.B.d 3"),
            jmh.jar("new.jar", "a.B.c " + how, "a.B.d 3"));
    assertThat(run.exitCode()).as(run.out()).isEqualTo(4);
    assertThat(run.out()).contains("1 pass").contains("note: a.B.c: error; a fork of the");
  }

  @Test
  void compare_benchmarksOfOneBuildOnly_areMissingAndNew() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 100", "a.B.gone 3"),
            jmh.jar("new.jar", "a.B.c 100", "a.B.one 3", "a.B.two 3"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("1 missing, 1 pass, 2 new");
  }

  @Test
  void compare_budgetIsSpent_saysWhatIsNotDecided() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 100"), jmh.jar("new.jar", "a.B.c 101.9"), "--forks", "3");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(jmh.order()).hasSize(6);
  }

  @Test
  void compare_tinyBudget_namesWhatWasNotRun() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 100", "a.B.d 100"),
            jmh.jar("new.jar", "a.B.c 100", "a.B.d 100"),
            "--budget",
            "0.000001s");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(jmh.order()).hasSize(2);
    assertThat(run.out()).contains("inconclusive; not run, because the budget was spent before");
  }

  @Test
  void compare_folderInUse_isRefused() throws IOException {
    jmh.compare(jmh.jar("old.jar", "a.B.c 100"), jmh.jar("new.jar", "a.B.c 100"));
    var run = jmh.compare(folder.resolve("old.jar"), folder.resolve("new.jar"));
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--resume").hasLineCount(1);
  }

  @Test
  void compare_noSuchBenchmark_isUnreadable() throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 1"), jmh.jar("new.jar", "a.B.c 1"), "--include", "nothing");
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("lists no benchmark that matches nothing").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--budget soon",
        "--budget -5m",
        "--forks 1",
        "-- -f 2",
        "-- -rff x",
        "-- Bench",
        "Bench",
        "--jvm /nowhere",
        "--margin 2"
      })
  void compare_badOptions_areUsage(String options) throws IOException {
    var run =
        jmh.compare(
            jmh.jar("old.jar", "a.B.c 1"), jmh.jar("new.jar", "a.B.c 1"), options.split(" "));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).hasLineCount(1);
    assertThat(jmh.out()).doesNotExist();
  }

  @Test
  void compare_withoutJars_isUsage() {
    var run = Run.of("gate", "compare");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--baseline OLD.jar").hasLineCount(1);
  }
}
