package dev.millrace.jmh;

import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/// Clocks of the JVM's own threads.
sealed interface JvmThreads permits TaskThreads, BeanThreads {
  /// What they have used up to now; roles that this system does not tell of are absent.
  JvmTimes read();

  /// The best that there is here: every thread on Linux, else what the JVM itself tells.
  static JvmThreads here() {
    @Nullable PosixClock clock = PosixClock.open();
    return clock != null && Files.isDirectory(TaskThreads.TASKS)
        ? new TaskThreads(clock)
        : new BeanThreads();
  }
}
