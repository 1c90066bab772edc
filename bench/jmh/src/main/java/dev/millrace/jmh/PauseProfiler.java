package dev.millrace.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// Pauses of the garbage collector, and what it left, as secondary results: `pause`, the time of
/// all pauses in ms/op; `pause.count`, how many in #/op; `pause.longest` in ms, of all iterations;
/// `heap.live`, what was in use in MB (10^6 bytes) after the last collection of each part of the
/// heap.
///
/// `heap.live` is the live set only if the iteration had a full collection; otherwise what has died
/// in the old generation since the last one is in it.
///
/// The collectors' management beans tell of each collection, by the millisecond; one that is over
/// within a millisecond may count as 0. What a collector does beside the program is no pause and
/// not counted, but it costs CPU time: [CpuProfiler] has it.
public final class PauseProfiler implements InternalProfiler {
  private static final double BYTES_PER_MB = 1e6;

  private final PauseLog log = new PauseLog();

  /// A profiler for one fork; JMH makes it.
  public PauseProfiler() {}

  @Override
  public String getDescription() {
    return "Pauses of the garbage collector and what is live after them, from the management beans";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    log.begin();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long operations = result.getMetadata().getAllOps();
    try {
      List<Long> pauses = log.end();
      return operations == 0 ? List.of() : results(pauses, operations);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// The results for the pauses during some operations.
  static List<ScalarResult> results(List<Long> pauses, long operations) {
    long total = pauses.stream().mapToLong(Long::longValue).sum();
    long longest = pauses.stream().mapToLong(Long::longValue).max().orElse(0);
    var results = new ArrayList<ScalarResult>();
    results.add(average("pause", (double) total / operations, "ms/op"));
    results.add(average("pause.count", (double) pauses.size() / operations, "#/op"));
    results.add(new ScalarResult("pause.longest", longest, "ms", AggregationPolicy.MAX));
    results.add(average("heap.live", liveBytes() / BYTES_PER_MB, "MB"));
    return results;
  }

  private static ScalarResult average(String label, double score, String unit) {
    return new ScalarResult(label, score, unit, AggregationPolicy.AVG);
  }

  private static long liveBytes() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP && left != null) {
        bytes += left.getUsed();
      }
    }
    return bytes;
  }
}
