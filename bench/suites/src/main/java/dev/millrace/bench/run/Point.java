package dev.millrace.bench.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One setting of a suite, measured in several forks.
///
/// @param suite the benchmark class, whose benchmark method is `run`
/// @param params the values of its params by their names
/// @param label what progress and errors call it, such as `rules forkjoin p=2`
public record Point(Class<?> suite, SequencedMap<String, String> params, String label) {
  /// Copies the params.
  public Point {
    params = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(params));
  }

  /// The name of the benchmark, as it stands in results.
  public String benchmark() {
    return suite.getName() + ".run";
  }
}
