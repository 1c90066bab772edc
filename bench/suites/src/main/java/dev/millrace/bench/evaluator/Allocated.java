package dev.millrace.bench.evaluator;

import dev.millrace.jmh.Quantities;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// How many items an operation takes in, and what it allocates for each: the bytes of all threads,
/// those that have ended included, from the management bean of the JVM. For one thread.
@State(Scope.Benchmark)
public class Allocated {
  /// How many items there are.
  @Param("200000")
  public int items;

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private long before;
  private long operations;

  /// Begins to count.
  @Setup(Level.Iteration)
  public void begin() {
    operations = 0;
    before = bytes();
  }

  /// Counts an operation.
  public void count() {
    operations++;
  }

  /// Notes, as `allocated`, the bytes for each item since it began.
  @TearDown(Level.Iteration)
  public void note() {
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
