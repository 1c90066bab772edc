package dev.millrace.jmh;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/// The half of a profiler that lives in JMH's own JVM and does nothing but tell each fork its
/// number, by [ForkFiles].
sealed interface ForkCounter extends ExternalProfiler permits HdrProfiler, FlameProfiler {
  @Override
  default Collection<String> addJVMInvokeOptions(BenchmarkParams benchmark) {
    return List.of();
  }

  @Override
  default void beforeTrial(BenchmarkParams benchmark) {}

  @Override
  @SuppressWarnings("rawtypes") // so JMH declares it
  default Collection<? extends Result> afterTrial(
      BenchmarkResult result, long pid, File out, File err) {
    return List.of();
  }

  @Override
  default boolean allowPrintOut() {
    return true;
  }

  @Override
  default boolean allowPrintErr() {
    return true;
  }
}
