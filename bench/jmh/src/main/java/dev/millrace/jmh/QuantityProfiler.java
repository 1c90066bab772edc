package dev.millrace.jmh;

import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// The [Quantities] that a benchmark notes, as secondary results of each iteration.
///
/// Beside JMH's own `@AuxCounters`, which knows counts and rates only: these are means and maxima,
/// of any unit. A benchmark that notes nothing has no such result.
public final class QuantityProfiler implements InternalProfiler {
  /// A profiler for one fork; JMH makes it.
  public QuantityProfiler() {}

  @Override
  public String getDescription() {
    return "Quantities that the benchmark itself notes";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Quantities.clear();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Quantities.results();
  }
}
