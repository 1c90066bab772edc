package dev.millrace.reports.results;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/// What JMH prints for an average: the mean of all iterations, and half the width of Student's 99.9
/// % interval, NaN below three values.
///
/// JMH solves for the quantile of the interval to 1e-9 only. The same solver is run here from the
/// same start with the same limits, so that the error is JMH's own to 1e-12, not merely the right
/// one.
public record JmhScore(double score, double error) {
  private static final double PROBABILITY = 1 - (1 - 0.999) / 2;
  private static final Map<Double, Double> QUANTILES = new ConcurrentHashMap<>();
  private static final BrentSolver SOLVER = new BrentSolver(1e-14, 1e-9, 1e-15);

  /// How far, relative to its size, a number may be from the one in the file and still be the same.
  private static final double TOLERANCE = 1e-9;

  /// The score and error of the metric's raw data, taken as an average.
  public static JmhScore of(Metric metric) {
    var pool = Pool.of(metric.rows());
    var n = (double) pool.size();
    var error = n < 3 ? Double.NaN : quantile(n) * pool.deviation() / Math.sqrt(n);
    return new JmhScore(pool.mean(), error);
  }

  /// Whether two numbers are the same but for rounding.
  static boolean isSame(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }

  /// Whether the metric says the same; one without an error is asked for its score only.
  boolean isThatOf(Metric metric) {
    return isSame(score, metric.score())
        && (Double.isNaN(metric.error()) || isSame(error, metric.error()));
  }

  /// A suite has few different numbers of values, and solving costs more than all the rest.
  private static double quantile(double n) {
    return QUANTILES.computeIfAbsent(n, _ -> solve(n - 1));
  }

  /// Brackets the quantile by Chebyshev's inequality, or by doubling where there is no variance.
  private static double solve(double degreesOfFreedom) {
    var distribution = TDistribution.of(degreesOfFreedom);
    var deviation = Math.sqrt(distribution.getVariance());
    var low = -deviation * Math.sqrt((1 - PROBABILITY) / PROBABILITY);
    var high = deviation * Math.sqrt(PROBABILITY / (1 - PROBABILITY));
    if (Double.isInfinite(deviation)) {
      low = -1;
      high = 1;
      while (distribution.cumulativeProbability(high) < PROBABILITY) {
        high *= 2;
      }
    }
    return SOLVER.findRoot(x -> distribution.cumulativeProbability(x) - PROBABILITY, low, high);
  }
}
