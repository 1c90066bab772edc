package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkSettingsTest {
  @ParameterizedTest
  @CsvSource({"0, 1g", "170, 1g", "171, 2g", "341, 2g", "342, 4g", "1366, 16g"})
  void jvmFlags_feed_giveAHeapOfFixedSizeWithRoomForResults(long megabytes, String heap) {
    assertThat(ForkSettings.jvmFlags(megabytes << 20))
        .startsWith("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC");
  }
}
