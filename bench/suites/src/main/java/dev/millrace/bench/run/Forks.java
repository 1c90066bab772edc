package dev.millrace.bench.run;

import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/// Measures a sweep in a fresh JVM, once for each of its turns.
@FunctionalInterface
public interface Forks {
  /// Runs one fork to its end.
  ///
  /// @return the result of each point, in the order of the sweep
  /// @throws ForkException if the fork has no result
  List<BenchmarkResult> measure(Turn turn) throws ForkException;
}
