package dev.millrace.bench.run;

import org.openjdk.jmh.results.BenchmarkResult;

/// Measures a point in a fresh JVM.
@FunctionalInterface
public interface Forks {
  /// Runs one fork to its end.
  ///
  /// @throws ForkException if the fork has no result
  BenchmarkResult measure(Point point) throws ForkException;
}
