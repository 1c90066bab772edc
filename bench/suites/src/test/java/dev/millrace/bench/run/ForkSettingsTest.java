package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkSettingsTest {
  @ParameterizedTest
  @CsvSource({"0, 1g", "170, 1g", "171, 2g", "341, 2g", "342, 4g", "1366, 16g"})
  void jvmFlags_feed_giveAHeapOfFixedSizeWithRoomForResults(long megabytes, String heap) {
    assertThat(ForkSettings.jvmFlags(megabytes << 20))
        .startsWith("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC");
  }

  /// A run that is resumed, by another process and from another folder, records the same arguments.
  @Test
  void sharedClasses_ofOneFolder_areTheSameHoweverItIsNamed() {
    String classPath = System.getProperty("java.class.path");
    System.setProperty("java.class.path", "benchmarks.jar");
    try {
      assertThat(ForkSettings.sharedClasses(Path.of("out/run")))
          .isEqualTo(ForkSettings.sharedClasses(Path.of("./out/../out/run").toAbsolutePath()))
          .contains("-XX:SharedArchiveFile=" + Path.of("out/run/forks.jsa").toAbsolutePath());
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }
}
