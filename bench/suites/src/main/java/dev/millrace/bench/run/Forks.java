package dev.millrace.bench.run;

import java.util.List;

/// Measures a sweep in a fresh JVM, once for each of its turns.
@FunctionalInterface
public interface Forks {
  /// Runs one fork to its end.
  ///
  /// @return what it tells of each point, in the order of the sweep
  /// @throws ForkException if the fork has no result
  List<Measured> measure(Turn turn) throws ForkException;
}
