package dev.millrace.reports.results;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How JMH makes one score of the values of all iterations. The file does not say which it was; the
/// score tells.
public enum Aggregation {
  /// The mean: every primary score, and most of what profilers measure.
  AVERAGE(Pool::mean),
  /// The sum, as of `gc.count` and `gc.time`.
  SUM(Pool::sum),
  /// The greatest value, as of the sizes of memory pools.
  GREATEST(Pool::greatest),
  /// The least value.
  LEAST(Pool::least);

  private final ToDoubleFunction<Pool> score;

  Aggregation(ToDoubleFunction<Pool> score) {
    this.score = score;
  }

  /// The first that gives the score of a metric; null when none does, or there is no raw data.
  public static @Nullable Aggregation of(Metric metric) {
    var pool = Pool.of(metric.rows());
    return pool.size() == 0
        ? null
        : Arrays.stream(values())
            .filter(each -> JmhScore.isSame(each.score(pool), metric.score()))
            .findFirst()
            .orElse(null);
  }

  double score(Pool pool) {
    return score.applyAsDouble(pool);
  }
}
