package dev.millrace.bench.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Points that differ in one param alone. They are measured in the same fork, iterations taking
/// turns, so that they share one start, one warm-up, and one luck of the just-in-time compiler.
///
/// @param points the points, at least one
/// @param turning the param in which they differ; null for one point alone
/// @param settings what each fork is given
public record Sweep(List<Point> points, @Nullable String turning, ForkSettings settings) {
  /// The param by which most sweeps turn.
  public static final String PARALLELISM = "parallelism";

  /// Copies the points.
  public Sweep {
    points = List.copyOf(points);
    if (turning == null && points.size() != 1) {
      throw new IllegalArgumentException(points.size() + " points that do not take turns");
    }
  }

  /// Points that differ in their parallelism.
  public static Sweep overParallelism(List<Point> points, ForkSettings settings) {
    return new Sweep(points, PARALLELISM, settings);
  }

  /// The name of the benchmark.
  String benchmark() {
    return points.getFirst().benchmark();
  }

  /// The params of the fork: those of the points, all values of the one that takes turns separated
  /// by commas.
  SequencedMap<String, String> params() {
    var params = new LinkedHashMap<>(points.getFirst().params());
    if (turning != null) {
      params.replace(turning, values(turning));
    }
    return params;
  }

  /// About how long a fork takes.
  Duration planned() {
    return settings.planned(points.size());
  }

  /// What progress and errors call it, such as `rules forkjoin p=1,2,4`.
  public String label() {
    String name = points.getFirst().name();
    if (turning == null) {
      return name;
    }
    return name + " " + (turning.equals(PARALLELISM) ? "p" : turning) + "=" + values(turning);
  }

  private String values(String param) {
    return points.stream()
        .map(point -> String.valueOf(point.params().get(param)))
        .collect(Collectors.joining(","));
  }
}
