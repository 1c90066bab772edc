package dev.millrace.jmh;

import java.lang.management.ManagementFactory;

/// The other account of CPU time: per thread, from the JVM.
final class ThreadCpu {
  private ThreadCpu() {}

  /// Keeps the calling thread busy until it has used so much more CPU time.
  ///
  /// @return what it has used, at least `nanos`
  static long burn(long nanos) {
    long start = now();
    long used = 0;
    while (used < nanos) {
      used = now() - start;
    }
    return used;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
