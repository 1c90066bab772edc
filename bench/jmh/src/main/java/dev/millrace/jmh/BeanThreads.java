package dev.millrace.jmh;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/// What the JVM tells of its own threads on every system: from JDK 26 on, by the attribute
/// `TotalGcCpuTime` of the memory bean, the time of the collector; before, nothing.
final class BeanThreads implements JvmThreads {
  private static final JvmTimes NOTHING = new JvmTimes(EnumSet.noneOf(JvmRole.class), Map.of());

  @Override
  public JvmTimes read() {
    try {
      var memory = new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME);
      var server = ManagementFactory.getPlatformMBeanServer();
      long nanos = (long) server.getAttribute(memory, "TotalGcCpuTime");
      return nanos < 0
          ? NOTHING
          : new JvmTimes(EnumSet.of(JvmRole.GC), Map.of(0L, new JvmTimes.Spent(JvmRole.GC, nanos)));
    } catch (JMException untold) {
      return NOTHING;
    }
  }
}
