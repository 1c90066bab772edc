package dev.millrace.jmh;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// CPU time of the benchmark's process per operation, as the secondary results `cpu`, `cpu.user`
/// and `cpu.system`, in ms/op whatever the benchmark's own unit; `cpu` is the sum of the other two.
///
/// All threads of the process count: those that the benchmark starts, those that have ended, the
/// garbage collector's and the compiler's. An operation that keeps two cores busy for 10 ms costs
/// 20 ms.
///
/// The time of an iteration is divided by all operations that its threads did, those included that
/// JMH runs unmeasured while threads wait for each other: they cost CPU time too. What `@Setup` and
/// `@TearDown` do inside an iteration is charged to it, that of `Level.Trial` to the first and the
/// last one; so have a warm-up iteration, and tear down little.
///
/// The clock is `clock_gettime(CLOCK_PROCESS_CPUTIME_ID)`, the split that of `getrusage`. Where
/// there is no such clock, the JVM's management bean stands in, with a warning and without the
/// split.
public final class CpuProfiler implements InternalProfiler {
  private static final String UNIT = "ms/op";
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final ProcessClock clock = ProcessClock.finest();
  private @Nullable CpuTime before;

  /// A profiler for one fork; JMH makes it.
  public CpuProfiler() {}

  @Override
  public String getDescription() {
    return "Process CPU time per operation, from the " + clock.description();
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = clock.read();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    CpuTime now = clock.read();
    if (before == null) {
      throw new IllegalStateException("the iteration was not announced");
    }
    long operations = result.getMetadata().getAllOps();
    return operations == 0 ? List.of() : results(now.minus(before), operations);
  }

  /// The results for a time that some operations took.
  static List<ScalarResult> results(CpuTime used, long operations) {
    double all = used.nanos() / NANOS_PER_MILLI / operations;
    if (used.split() == null) {
      return List.of(result("cpu", all));
    }
    double system = used.systemNanos() / NANOS_PER_MILLI / operations;
    return List.of(
        result("cpu", all), result("cpu.user", all - system), result("cpu.system", system));
  }

  private static ScalarResult result(String label, double millis) {
    return new ScalarResult(label, millis, UNIT, AggregationPolicy.AVG);
  }
}
