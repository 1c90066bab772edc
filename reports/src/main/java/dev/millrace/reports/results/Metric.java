package dev.millrace.reports.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A measured quantity: the score and error JMH printed, its unit, and the raw values of every
/// fork.
///
/// @param error half of JMH's 99.9 % interval; NaN when it printed none
/// @param rows a fork each, also those that left no value; none in a file without raw data
/// @param rest every other key as JSON text in one line, in the order of the file
public record Metric(
    double score, double error, String unit, List<Fork> rows, Map<String, String> rest) {
  public Metric {
    rows = List.copyOf(rows);
    rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
  }

  /// A metric of which no more is known than its score and its forks.
  public Metric(double score, String unit, List<Fork> forks) {
    this(score, Double.NaN, unit, forks, Map.of());
  }

  /// The forks that left a value, in the order of the file.
  public List<Fork> forks() {
    return rows.stream().filter(Fork::hasValue).toList();
  }

  /// The mean of each fork, in the file's order.
  public double[] forkMeans() {
    return forks().stream().mapToDouble(Fork::mean).toArray();
  }

  /// What each fork has by itself, aggregated as JMH aggregates the whole metric: its mean, or, for
  /// metrics such as `gc.count`, its sum.
  public double[] forkScores() {
    var aggregation = Aggregation.of(this);
    return aggregation == null || aggregation == Aggregation.AVERAGE
        ? forkMeans()
        : forks().stream().mapToDouble(fork -> aggregation.score(Pool.of(List.of(fork)))).toArray();
  }
}
