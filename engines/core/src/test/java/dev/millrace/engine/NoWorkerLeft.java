package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Sees after the tests of a class that no worker is left, platform thread or virtual.
public final class NoWorkerLeft implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    Path folder = Files.createTempDirectory("threads");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    boolean left = true;
    for (int i = 0; left && System.nanoTime() < deadline; i++) {
      Path dump = folder.resolve("dump-" + i);
      left = threads(dump).contains("millrace-worker");
      Files.delete(dump);
    }
    Files.delete(folder);
    assertThat(left).as("a worker is left").isFalse();
  }

  private static String threads(Path dump) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
    return Files.readString(dump);
  }
}
