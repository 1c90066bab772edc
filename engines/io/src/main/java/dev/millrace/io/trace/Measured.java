package dev.millrace.io.trace;

import dev.millrace.engine.RunResult;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.ObjectName;

/// What warm runs of one parallelism took.
///
/// @param parallelism the parallelism
/// @param wallNs the median time of a run
/// @param cpuNs the mean CPU time of a run, of all threads of the process
/// @param runs how many runs
record Measured(int parallelism, long wallNs, long cpuNs, int runs) {
  /// Runs a subject some times to warm up, and as often again with a look at the clocks.
  ///
  /// The CPU time is that of all timed runs together: the JVM's clock of it moves in steps of 10 ms
  /// on most systems, which is too coarse for one run.
  static Measured of(Subject subject, int parallelism, int runs) throws InterruptedException {
    for (int i = 0; i < runs; i++) {
      subject.run(parallelism, null);
    }
    var walls = new long[runs];
    long cpu = cpuNanos();
    for (int i = 0; i < runs; i++) {
      long begin = System.nanoTime();
      RunResult result = subject.run(parallelism, null);
      walls[i] = System.nanoTime() - begin;
      if (result.counts().read() != subject.feed().size()) {
        throw new IllegalStateException("a run read another feed: " + result.counts());
      }
    }
    cpu = cpuNanos() - cpu;
    Arrays.sort(walls);
    return new Measured(parallelism, walls[runs / 2], cpu / runs, runs);
  }

  private static long cpuNanos() {
    try {
      var bean = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
      var server = ManagementFactory.getPlatformMBeanServer();
      return (long) server.getAttribute(bean, "ProcessCpuTime");
    } catch (JMException unknown) {
      throw new IllegalStateException("this JVM does not tell its CPU time", unknown);
    }
  }
}
