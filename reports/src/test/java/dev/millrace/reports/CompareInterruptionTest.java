package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Comparisons that are cut off, and go on.
final class CompareInterruptionTest {
  @TempDir private Path folder;
  private PlayedJmh jmh;

  @BeforeEach
  void writeJava() throws IOException {
    jmh = PlayedJmh.in(folder);
  }

  @Test
  void compare_interrupted_isResumedToTheVerdictOfAnUninterruptedRun() throws IOException {
    var old = jmh.jar("old.jar", "a.B.c 100", "a.B.d 50", "a.B.e killed");
    var fresh = jmh.jar("new.jar", "a.B.c 108", "a.B.d 50", "a.B.e 100");
    var interrupted = jmh.compare(old, fresh);
    assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
    assertThat(interrupted.err()).contains("go on by --resume " + jmh.out());
    assertThat(interrupted.out()).isEmpty();
    Thread.interrupted();
    var kept = jmh.schedule();

    Files.createFile(folder.resolve("old.jar.go"));
    var resumed = jmh.resume();
    assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(1);
    assertThat(resumed.out()).contains("1 regressed, 2 pass");
    assertThat(jmh.schedule()).startsWith(kept.toArray(String[]::new));

    var again = jmh.resume();
    assertThat(again.out()).isEqualTo(resumed.out());
  }

  /// A real Ctrl-C, while a fork runs.
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(120)
  void compare_ctrlC_keepsFinishedForksAndSaysHowToGoOn() throws Exception {
    var old = jmh.jar("old.jar", "a.B.c 100");
    var fresh = jmh.jar("new.jar", "a.B.c hangs");
    var fifo = folder.resolve("new.jar.fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reports.class.getName()));
    command.addAll(jmh.arguments(old, fresh));
    var process = new ProcessBuilder(command).start();
    assertThat(Files.readString(fifo)).isEqualTo("hangs\n");
    var interrupt = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()));
    assertThat(interrupt.start().waitFor()).isZero();
    assertThat(process.errorReader().lines())
        .last()
        .asString()
        .endsWith("go on by --resume " + jmh.out());
    assertThat(process.waitFor()).isEqualTo(130);

    Files.createFile(folder.resolve("new.jar.go"));
    var kept = jmh.schedule();
    assertThat(kept).as("round 1, and maybe the first fork of round 2").hasSizeBetween(2, 3);
    var resumed = jmh.resume();
    assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
    assertThat(jmh.schedule()).startsWith(kept.toArray(String[]::new));
  }

  @Test
  void compare_cutSchedule_runsTheCutForkAgain() throws IOException {
    var first = jmh.compare(jmh.jar("old.jar", "a.B.c 100"), jmh.jar("new.jar", "a.B.c 100"));
    var schedule = jmh.out().resolve("schedule.jsonl");
    var text = Files.readString(schedule);
    Files.writeString(schedule, text.substring(0, text.length() - 20));
    var before = jmh.order().size();
    var resumed = jmh.resume();
    assertThat(resumed.out()).isEqualTo(first.out());
    assertThat(jmh.order()).hasSize(before + 1);
  }

  @Test
  void compare_otherJarOnResume_isRefused() throws IOException {
    jmh.compare(jmh.jar("old.jar", "a.B.c 100"), jmh.jar("new.jar", "a.B.c 100"));
    jmh.jar("new.jar", "a.B.c 120");
    var run = jmh.resume();
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("new.jar: not the jar").hasLineCount(1);
  }
}
