package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Drives `gate compare` with a program in the place of `java`, which plays JMH: a jar is a text
/// file that lists its benchmarks, each with a mean, or with a word for how its forks end.
final class CompareCommandTest {
  /// Forks vary by up to 1 %, drawn from the name of the result file.
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      set -u
      jar=$2
      shift 3
      if [[ $1 == -lp ]]; then
        echo "# some words before"
        echo "Benchmarks: "
        while read -r name _; do
          [[ $name =~ $2 ]] && { echo "$name"; [[ $name == *scan ]] && echo '  param "n" = {1, 2}'; }
        done <"$jar"
        exit 0
      fi
      name=${1#^\\\\Q} name=${name%\\\\E$} params=
      shift
      while (($#)); do
        case $1 in
          -rff) file=$2; shift ;;
          -p) params="\\"${2%%=*}\\": \\"${2#*=}\\""; shift ;;
        esac
        shift
      done
      echo "${file##*/}" >>"$(dirname "$file")/../order"
      mean=$(awk -v name="$name" '$1 == name {print $2}' "$jar")
      case $mean in
        fails) echo "java.lang.IllegalStateException: broken"; exit 1 ;;
        empty) exit 0 ;;
        killed) [[ -e $jar.go ]] || exit 130; mean=100 ;;
        hangs) [[ -e $jar.go ]] || { echo hangs >"$jar.fifo"; exec sleep 120; }; mean=100 ;;
      esac
      noise=$(($(cksum <<<"${file##*/}" | cut -d ' ' -f 1) % 1000))
      awk -v m="$mean" -v n="$noise" -v b="$name" -v p="$params" 'BEGIN {
        score = m * (1 + n / 100000)
        printf "[{\\"benchmark\\": \\"%s\\", \\"mode\\": \\"avgt\\", \\"threads\\": 1, \\"forks\\": 1,", b
        printf "\\"params\\": {%s}, \\"primaryMetric\\": {\\"score\\": %.6f, \\"scoreUnit\\": \\"ms/op\\",", p, score
        printf "\\"rawData\\": [[%.6f]]}, \\"secondaryMetrics\\": {}}]\\n", score
      }' >"$file"
      """;

  @TempDir private Path folder;
  private Path java;

  @BeforeEach
  void writeJava() throws IOException {
    var runnable = PosixFilePermissions.fromString("rwxr-xr-x");
    java = Files.writeString(folder.resolve("java"), JAVA);
    Files.setPosixFilePermissions(java, runnable);
  }

  private Path jar(String name, String... benchmarks) throws IOException {
    return Files.write(folder.resolve(name), List.of(benchmarks));
  }

  private Run compare(Path baseline, Path candidate, String... more) {
    var usual = arguments(baseline, candidate).stream();
    return Run.of(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
  }

  private List<String> arguments(Path baseline, Path candidate) {
    return List.of(
        "gate",
        "compare",
        "--baseline",
        baseline.toString(),
        "--candidate",
        candidate.toString(),
        "--jvm",
        java.toString(),
        "--seed",
        "7",
        "--out",
        out().toString());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<String> order() throws IOException {
    return Files.readAllLines(out().resolve("order"));
  }

  @Test
  void compare_tenPercentSlower_isRegressedAndTheRestPasses() throws IOException {
    var run =
        compare(
            jar("old.jar", "a.B.slow 100", "a.B.same 50", "a.B.scan 10"),
            jar("new.jar", "a.B.slow 110", "a.B.same 50", "a.B.scan 10"));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("1 regressed, 3 pass").contains("[n=2]");
    assertThat(order().size()).as("decided long before 30 forks").isLessThan(4 * 2 * 12);
  }

  @Test
  void compare_oneBuild_passes() throws IOException {
    var run =
        compare(jar("old.jar", "a.B.c 100", "a.B.d 3"), jar("new.jar", "a.B.c 100", "a.B.d 3"));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("2 pass");
  }

  @Test
  void compare_buildsTakeTurns_inRandomOrder() throws IOException {
    compare(jar("old.jar", "a.B.c 100"), jar("new.jar", "a.B.c 100"));
    var builds = order().stream().map(each -> each.replaceAll(".*-(\\w+)\\.part", "$1")).toList();
    for (var i = 0; i + 1 < builds.size(); i += 2) {
      assertThat(builds.subList(i, i + 2)).containsExactlyInAnyOrder("baseline", "candidate");
    }
    assertThat(builds.stream().limit(20)).isNotEqualTo(builds.stream().sorted().limit(20));
  }

  @Test
  void compare_results_areWrittenAsOneJmhFileForEachBuild() throws IOException {
    compare(jar("old.jar", "a.B.c 100"), jar("new.jar", "a.B.c 100"));
    var merged = ResultFile.read(out().resolve("baseline.json")).series().getFirst();
    assertThat(merged.primary().forks()).hasSize(order().size() / 2);
    assertThat(merged.rest()).containsEntry("forks", String.valueOf(order().size() / 2));
    var again =
        Run.of(
            "gate",
            out().resolve("baseline.json").toString(),
            out().resolve("candidate.json").toString());
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void compare_schedule_isLogged() throws IOException {
    compare(jar("old.jar", "a.B.scan 100"), jar("new.jar", "a.B.scan 100"));
    var lines = Files.readAllLines(out().resolve("schedule.jsonl"));
    assertThat(lines).hasSameSizeAs(order());
    var first = JsonMapper.shared().readTree(lines.getFirst());
    assertThat(first.get("round").asInt()).isEqualTo(1);
    assertThat(first.get("build").asString()).isIn("BASELINE", "CANDIDATE");
    assertThat(first.get("target").get("params").get("n").asString()).isIn("1", "2");
    assertThat(first.get("failure").isNull()).isTrue();
  }

  @Test
  void compare_forkFails_isAnErrorThatNamesItsLog() throws IOException {
    var run =
        compare(jar("old.jar", "a.B.c 100", "a.B.d 3"), jar("new.jar", "a.B.c fails", "a.B.d 3"));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out())
        .contains("1 error, 1 pass")
        .containsPattern("a fork of the candidate failed: exit code 1, log .*candidate\\.log");
  }

  @ParameterizedTest
  @CsvSource({"100, fails, it failed: exit", "fails, 100, it failed in the baseline: exit"})
  void compare_forkFails_isAnErrorToTheGateOfTheMergedFilesToo(
      String before, String after, String reason) throws IOException {
    compare(
        jar("old.jar", "a.B.scan " + before, "a.B.d 3"),
        jar("new.jar", "a.B.scan " + after, "a.B.d 3"));
    var again =
        Run.of(
            "gate",
            out().resolve("baseline.json").toString(),
            out().resolve("candidate.json").toString());
    assertThat(again.exitCode()).as(again.out() + again.err()).isEqualTo(4);
    assertThat(again.out()).contains("2 error, 1 pass").contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "empty"})
  void compare_failsOnBothSides_isAnErrorToo(String how) throws IOException {
    var run =
        compare(
            jar("old.jar", "a.B.c " + how, "a.B.d 3"), jar("new.jar", "a.B.c " + how, "a.B.d 3"));
    assertThat(run.exitCode()).as(run.out()).isEqualTo(4);
    assertThat(run.out()).contains("1 pass").contains("note: a.B.c: error; a fork of the");
  }

  @Test
  void compare_benchmarksOfOneBuildOnly_areMissingAndNew() throws IOException {
    var run =
        compare(
            jar("old.jar", "a.B.c 100", "a.B.gone 3"),
            jar("new.jar", "a.B.c 100", "a.B.one 3", "a.B.two 3"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("1 missing, 1 pass, 2 new");
  }

  @Test
  void compare_budgetIsSpent_saysWhatIsNotDecided() throws IOException {
    var run = compare(jar("old.jar", "a.B.c 100"), jar("new.jar", "a.B.c 101.9"), "--forks", "3");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(order()).hasSize(6);
  }

  @Test
  void compare_tinyBudget_namesWhatWasNotRun() throws IOException {
    var run =
        compare(
            jar("old.jar", "a.B.c 100", "a.B.d 100"),
            jar("new.jar", "a.B.c 100", "a.B.d 100"),
            "--budget",
            "0.000001s");
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(order()).hasSize(2);
    assertThat(run.out()).contains("inconclusive; not run, because the budget was spent before");
  }

  @Test
  void compare_interrupted_isResumedToTheVerdictOfAnUninterruptedRun() throws IOException {
    var old = jar("old.jar", "a.B.c 100", "a.B.d 50", "a.B.e killed");
    var fresh = jar("new.jar", "a.B.c 108", "a.B.d 50", "a.B.e 100");
    var interrupted = compare(old, fresh);
    assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
    assertThat(interrupted.err()).contains("go on by --resume " + out());
    assertThat(interrupted.out()).isEmpty();
    Thread.interrupted();
    var kept = Files.readAllLines(out().resolve("schedule.jsonl"));

    Files.createFile(folder.resolve("old.jar.go"));
    var resumed = Run.of("gate", "compare", "--resume", out().toString());
    assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(1);
    assertThat(resumed.out()).contains("1 regressed, 2 pass");
    assertThat(Files.readAllLines(out().resolve("schedule.jsonl")))
        .startsWith(kept.toArray(String[]::new));

    var again = Run.of("gate", "compare", "--resume", out().toString());
    assertThat(again.out()).isEqualTo(resumed.out());
  }

  /// A real Ctrl-C, while a fork runs.
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(120)
  void compare_ctrlC_keepsFinishedForksAndSaysHowToGoOn() throws Exception {
    var old = jar("old.jar", "a.B.c 100");
    var fresh = jar("new.jar", "a.B.c hangs");
    var fifo = folder.resolve("new.jar.fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reports.class.getName()));
    command.addAll(arguments(old, fresh));
    var process = new ProcessBuilder(command).start();
    assertThat(Files.readString(fifo)).isEqualTo("hangs\n");
    var interrupt = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()));
    assertThat(interrupt.start().waitFor()).isZero();
    assertThat(process.errorReader().lines())
        .last()
        .asString()
        .endsWith("go on by --resume " + out());
    assertThat(process.waitFor()).isEqualTo(130);

    Files.createFile(folder.resolve("new.jar.go"));
    var kept = Files.readAllLines(out().resolve("schedule.jsonl"));
    assertThat(kept).hasSizeLessThan(2);
    var resumed = Run.of("gate", "compare", "--resume", out().toString());
    assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
    assertThat(Files.readAllLines(out().resolve("schedule.jsonl")))
        .startsWith(kept.toArray(String[]::new));
  }

  @Test
  void compare_cutSchedule_runsTheCutForkAgain() throws IOException {
    var first = compare(jar("old.jar", "a.B.c 100"), jar("new.jar", "a.B.c 100"));
    var schedule = out().resolve("schedule.jsonl");
    var text = Files.readString(schedule);
    Files.writeString(schedule, text.substring(0, text.length() - 20));
    var before = order().size();
    var resumed = Run.of("gate", "compare", "--resume", out().toString());
    assertThat(resumed.out()).isEqualTo(first.out());
    assertThat(order()).hasSize(before + 1);
  }

  @Test
  void compare_otherJarOnResume_isRefused() throws IOException {
    compare(jar("old.jar", "a.B.c 100"), jar("new.jar", "a.B.c 100"));
    jar("new.jar", "a.B.c 120");
    var run = Run.of("gate", "compare", "--resume", out().toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("new.jar: not the jar").hasLineCount(1);
  }

  @Test
  void compare_folderInUse_isRefused() throws IOException {
    compare(jar("old.jar", "a.B.c 100"), jar("new.jar", "a.B.c 100"));
    var run = compare(folder.resolve("old.jar"), folder.resolve("new.jar"));
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--resume").hasLineCount(1);
  }

  @Test
  void compare_noSuchBenchmark_isUnreadable() throws IOException {
    var run = compare(jar("old.jar", "a.B.c 1"), jar("new.jar", "a.B.c 1"), "--include", "nothing");
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
    var run = compare(jar("old.jar", "a.B.c 1"), jar("new.jar", "a.B.c 1"), options.split(" "));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).hasLineCount(1);
    assertThat(out()).doesNotExist();
  }

  @Test
  void compare_withoutJars_isUsage() {
    var run = Run.of("gate", "compare");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--baseline OLD.jar").hasLineCount(1);
  }
}
