package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// async-profiler on systems that forbid some of its ways to sample.
class RecordingTest {
  private final List<String> tried = new ArrayList<>();

  private String start(String event, String... forbidden) throws Exception {
    return Recording.firstAllowed(
        event,
        way -> way,
        way -> {
          tried.add(way);
          if (List.of(forbidden).contains(way)) {
            throw new IllegalStateException("Perf events unavailable");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"none, cpu-clock", "cpu-clock, ctimer", "cpu-clock ctimer, itimer"})
  void cpu_whatIsForbidden_isReplacedByTheNextBest(String forbidden, String way) throws Exception {
    assertThat(start("cpu", forbidden.split(" "))).isEqualTo(way);
    assertThat(tried).last().isEqualTo(way);
  }

  @ParameterizedTest
  @CsvSource({
    "cpu, cpu-clock: Perf events unavailable; ctimer: Perf events unavailable; itimer: Perf events",
    "cycles, cycles: Perf events unavailable"
  })
  void start_everyWayIsForbidden_tellsOfEach(String event, String reason) {
    assertThatThrownBy(() -> start(event, "cpu-clock", "ctimer", "itimer", "cycles"))
        .isInstanceOf(Recording.UnavailableException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void cpu_outputThatCannotBeWritten_isNotTakenForAForbiddenEvent() {
    assertThatThrownBy(() ->
            Recording.firstAllowed(
                "cpu",
                way -> way,
                way -> {
                  throw new IOException(way);
                }))
        .isInstanceOf(IOException.class);
  }
}
