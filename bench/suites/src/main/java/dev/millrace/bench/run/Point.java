package dev.millrace.bench.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One benchmark with values for its params, measured in several forks.
///
/// @param benchmark the benchmark, as JMH names it
/// @param params the values of its params by their names
/// @param name what progress and errors call it but for the param that takes turns, such as `rules
///   forkjoin`
public record Point(String benchmark, SequencedMap<String, String> params, String name) {
  /// Copies the params.
  public Point {
    params = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(params));
  }
}
