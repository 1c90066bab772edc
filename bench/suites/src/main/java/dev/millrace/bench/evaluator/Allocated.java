package dev.millrace.bench.evaluator;

import dev.millrace.jmh.Quantities;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// What operations allocate: the bytes of all threads, those that have ended included, from the
/// management bean of the JVM. For one thread.
public final class Allocated {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private long before;
  private long operations;

  /// Begins to count.
  public void begin() {
    operations = 0;
    before = bytes();
  }

  /// Counts an operation.
  public void count() {
    operations++;
  }

  /// Notes, as `allocated`, the bytes for each item since it began.
  ///
  /// @param items how many items an operation takes in
  public void note(int items) {
    double all = (double) operations * items;
    Quantities.mean("allocated", "B/item", (bytes() - before) / Math.max(1, all));
  }

  private long bytes() {
    try {
      var bean = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
      return (long) server.getAttribute(bean, "TotalThreadAllocatedBytes");
    } catch (JMException unknown) {
      throw new IllegalStateException("this JVM does not tell what it allocates", unknown);
    }
  }
}
