package dev.millrace.bench.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Points that differ in their parallelism alone. They are measured in the same fork, iterations
/// taking turns, so that they share one start, one warm-up, and one luck of the just-in-time
/// compiler.
///
/// @param points the points, at least one
public record Sweep(List<Point> points) {
  /// The param in which the points differ.
  public static final String PARALLELISM = "parallelism";

  /// Copies the points.
  public Sweep {
    points = List.copyOf(points);
  }

  /// The benchmark class.
  Class<?> suite() {
    return points.getFirst().suite();
  }

  /// The name of the benchmark.
  String benchmark() {
    return points.getFirst().benchmark();
  }

  /// The params of the fork: those of the points, all degrees of parallelism separated by commas.
  SequencedMap<String, String> params() {
    var params = new LinkedHashMap<>(points.getFirst().params());
    params.replace(PARALLELISM, degrees());
    return params;
  }

  /// What progress and errors call it, such as `rules forkjoin p=1,2,4`.
  public String label() {
    return points.getFirst().name() + " p=" + degrees();
  }

  private String degrees() {
    return points.stream()
        .map(point -> String.valueOf(point.params().get(PARALLELISM)))
        .collect(Collectors.joining(","));
  }
}
