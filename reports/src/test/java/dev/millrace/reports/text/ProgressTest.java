package dev.millrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  @Test
  void step_everySecond_tellsEveryThird() {
    var seconds = new AtomicLong(100);
    var lines = new ArrayList<String>();
    var progress =
        new Progress(
            "drawing", "8 figures", lines::add, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    for (var i = 0; i < 8; i++) {
      seconds.incrementAndGet();
      progress.step();
    }
    assertThat(lines).containsExactly("drawing: 3 of 8 figures", "drawing: 6 of 8 figures");
  }
}
