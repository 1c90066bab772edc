package dev.millrace.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// CPU time of the benchmark's process per operation, as secondary results in ms/op whatever the
/// benchmark's own unit: `cpu`, which is the sum of `cpu.user` and `cpu.system`, and also the sum
/// of `cpu.mutator`, `cpu.gc`, `cpu.jit` and `cpu.other`: of the program's threads, of those that
/// collect garbage, of those that compile bytecode, and of the JVM's others.
///
/// All threads of the process count: those that the benchmark starts, those that have ended, the
/// garbage collector's and the compiler's. An operation that keeps two cores busy for 10 ms costs
/// 20 ms. The mutator has what is left when the JVM's own threads are taken off, and so every
/// thread that ended during the iteration.
///
/// The time of an iteration is divided by all operations that its threads did, those included that
/// JMH runs unmeasured while threads wait for each other: they cost CPU time too. What `@Setup` and
/// `@TearDown` do inside an iteration is charged to it, that of `Level.Trial` to the first and the
/// last one; so have a warm-up iteration, and tear down little.
///
/// The clock is `clock_gettime(CLOCK_PROCESS_CPUTIME_ID)`, the first split that of `getrusage`, the
/// second by a clock for each thread, on Linux. What a system does not tell is absent, never 0;
/// where there is no such clock at all, the JVM's management bean stands in, with a warning.
///
/// Cost: two system calls and a look at the list of threads, outside of what is timed.
public final class CpuProfiler implements InternalProfiler {
  private static final String UNIT = "ms/op";
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final ProcessClock clock = ProcessClock.finest();
  private final JvmThreads threads = JvmThreads.here();
  private @Nullable Reading before;

  /// Both clocks at one moment.
  private record Reading(CpuTime process, JvmTimes jvm) {}

  /// A profiler for one fork; JMH makes it.
  public CpuProfiler() {}

  @Override
  public String getDescription() {
    return "Process CPU time per operation, from the " + clock.description();
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    JvmTimes jvm = threads.read();
    before = new Reading(clock.read(), jvm);
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    CpuTime now = clock.read();
    if (before == null) {
      throw new IllegalStateException("the iteration was not announced");
    }
    long operations = result.getMetadata().getAllOps();
    return operations == 0
        ? List.of()
        : results(now.minus(before.process()), threads.read().since(before.jvm()), operations);
  }

  /// The results for a time that some operations took.
  ///
  /// @param jvm nanoseconds of it that the JVM's own threads took, for each role that is known
  static List<ScalarResult> results(CpuTime used, Map<JvmRole, Long> jvm, long operations) {
    double all = used.nanos() / NANOS_PER_MILLI / operations;
    var results = new ArrayList<ScalarResult>();
    results.add(result("cpu", all));
    if (used.split() != null) {
      double system = used.systemNanos() / NANOS_PER_MILLI / operations;
      results.add(result("cpu.user", all - system));
      results.add(result("cpu.system", system));
    }
    results.addAll(parts(all, used.nanos(), jvm));
    return results;
  }

  /// The parts of the threads. The clocks are not read at the very same moment, so a JVM that is
  /// busy with itself may seem to have used more than all; then it has used all.
  private static List<ScalarResult> parts(double all, long nanos, Map<JvmRole, Long> jvm) {
    var parts = new ArrayList<ScalarResult>();
    long sum = jvm.values().stream().mapToLong(Long::longValue).sum();
    double perNano = all / Math.max(1, Math.max(sum, nanos));
    double rest = all;
    for (Map.Entry<JvmRole, Long> part : jvm.entrySet()) {
      double millis = part.getValue() * perNano;
      rest -= millis;
      parts.add(result("cpu." + part.getKey().label(), millis));
    }
    if (jvm.size() == JvmRole.values().length) {
      parts.add(result("cpu.mutator", Math.max(0, rest)));
    }
    return parts;
  }

  private static ScalarResult result(String label, double millis) {
    return new ScalarResult(label, millis, UNIT, AggregationPolicy.AVG);
  }
}
