package dev.millrace.jmh;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// The clock of every JVM: the attribute `ProcessCpuTime` of the operating system's management
/// bean. It steps by 10 ms on most systems and knows nothing of user and system time.
final class BeanClock implements ProcessClock {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  @Override
  public CpuTime read() {
    try {
      var bean = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
      return new CpuTime((long) server.getAttribute(bean, "ProcessCpuTime"), null);
    } catch (JMException unknown) {
      throw new IllegalStateException("this JVM does not tell its CPU time", unknown);
    }
  }

  @Override
  public String description() {
    return "management bean of the JVM (ProcessCpuTime), in steps of 10 ms on most systems";
  }
}
