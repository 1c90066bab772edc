package dev.millrace.bench.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One setting of a suite, measured in several forks.
///
/// @param suite the benchmark class, whose benchmark method is `run`
/// @param params the values of its params by their names
/// @param name what progress and errors call it but for its parallelism, such as `rules forkjoin`
public record Point(Class<?> suite, SequencedMap<String, String> params, String name) {
  /// Copies the params.
  public Point {
    params = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(params));
  }

  /// The name of the benchmark, as it stands in results.
  public String benchmark() {
    return suite.getName() + ".run";
  }
}
