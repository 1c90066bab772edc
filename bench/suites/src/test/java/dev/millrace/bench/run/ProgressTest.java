package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.run.ForkSettings.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  @Test
  void measured_someForks_tellsScoreCpuAndTimeLeft() {
    var now = new AtomicReference<>(Instant.EPOCH);
    var shown = new StringWriter();
    List<Turn> turns = Turn.interleaved(Samples.sweeps(Samples.points(5)), 2, 1);
    var progress = new Progress(new PrintWriter(shown), now::get, turns);
    for (Turn turn : turns) {
      now.set(now.get().plusSeconds(20));
      progress.measured(turn, Samples.fork(turn.sweep(), 12.3149));
    }
    List<String> lines = shown.toString().lines().toList();
    Turn second = turns.get(1);
    assertThat(lines.get(1))
        .isEqualTo(
            "[ 2/10] %s fork 1/2: 12.31 ms/op, cpu 24.63 ms/op — about 2 min 40 s left",
            second.sweep().label());
    assertThat(lines.getLast()).startsWith("[10/10]").endsWith("cpu 24.63 ms/op");
  }

  @Test
  void measured_longerForksToCome_countsThemAsLonger() {
    var now = new AtomicReference<>(Instant.EPOCH);
    var shown = new StringWriter();
    var longer =
        new ForkSettings(Phase.ofMillis(1, 4_250), Phase.ofMillis(1, 4_250)); // 10 s with the start
    var shorter = new ForkSettings(Phase.ofMillis(1, 250), Phase.ofMillis(1, 250)); // 2 s
    List<Turn> turns =
        List.of(new Turn(sweep("short", shorter), 1, 1), new Turn(sweep("long", longer), 1, 1));
    var progress = new Progress(new PrintWriter(shown), now::get, turns);
    now.set(now.get().plusSeconds(3));
    progress.measured(turns.getFirst(), Samples.fork(turns.getFirst().sweep(), 1));
    assertThat(shown.toString().strip()).endsWith("about 15 s left");
  }

  private static Sweep sweep(String job, ForkSettings settings) {
    return Sweep.overParallelism(List.of(Samples.point(job)), settings);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59400, 59 s",
    "59500, 1 min 00 s",
    "160000, 2 min 40 s",
    "3599600, 1 h 00 min",
    "7500000, 2 h 05 min"
  })
  void text_duration_isAsPeopleSayIt(long millis, String expected) {
    assertThat(Progress.text(Duration.ofMillis(millis))).isEqualTo(expected);
  }
}
