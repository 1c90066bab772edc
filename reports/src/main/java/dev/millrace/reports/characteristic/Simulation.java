package dev.millrace.reports.characteristic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Draws a population whose variance is structured as that of published benchmarks.
///
/// Every benchmark has its own coefficient of variation of fork means and its own intraclass
/// correlation, drawn independently by quantile functions that pass through the published
/// quantiles; between them the logarithm of the former is linear in the normal score, the latter in
/// the rank. Forks scatter around the benchmark, and iterations around their fork, log-normally.
///
/// Source of the quantiles: the replication data of Traini et al. 2022, 586 JMH benchmarks of 30
/// projects, 10 forks, iterations of 10 s after 50 s of warm-up.
final class Simulation {
  private static final int BENCHMARKS = 600;
  private static final int ITERATIONS = 5;
  private static final double[] RANKS = {0.1, 0.25, 0.5, 0.75, 0.9};
  private static final double[] SCORES =
      Arrays.stream(RANKS).map(NormalDistribution.of(0, 1)::inverseCumulativeProbability).toArray();
  private static final double[] LOG_VARIATIONS =
      Arrays.stream(new double[] {0.0056, 0.0135, 0.024, 0.053, 0.096}).map(Math::log).toArray();
  private static final double[] CORRELATION_RANKS = {0, 0.25, 0.5, 0.75, 0.9, 1};
  private static final double[] CORRELATIONS = {0, 0.07, 0.37, 0.78, 0.96, 1};

  private Simulation() {}

  /// A population of 600 benchmarks, the same for the same seed.
  static Population population(long seed) {
    var random = new SplittableRandom(seed);
    return new Population(
        "simulation, " + BENCHMARKS + " benchmarks",
        IntStream.range(0, BENCHMARKS).mapToObj(_ -> benchmark(random)).toList());
  }

  private static Benchmark benchmark(SplittableRandom random) {
    var variation = Math.exp(interpolate(SCORES, LOG_VARIATIONS, random.nextGaussian()));
    var correlation = interpolate(CORRELATION_RANKS, CORRELATIONS, random.nextDouble());
    var total = variation / Math.sqrt(correlation + (1 - correlation) / ITERATIONS);
    return new Benchmark(
        forks(total * Math.sqrt(correlation), total * Math.sqrt(1 - correlation), random));
  }

  /// Forks of mean one in the middle.
  ///
  /// @param between the standard deviation between forks on the log scale
  /// @param within the same within a fork
  static double[][] forks(double between, double within, SplittableRandom random) {
    return IntStream.range(0, Population.FORKS)
        .mapToObj(_ -> fork(between * random.nextGaussian(), within, random))
        .toArray(double[][]::new);
  }

  private static double[] fork(double centre, double within, SplittableRandom random) {
    return IntStream.range(0, ITERATIONS)
        .mapToDouble(_ -> Math.exp(centre + within * random.nextGaussian()))
        .toArray();
  }

  /// A line through the points, going on at both ends as in the first and the last segment.
  private static double interpolate(double[] xs, double[] ys, double x) {
    var i = 1;
    while (i < xs.length - 1 && x > xs[i]) {
      i++;
    }
    return ys[i - 1] + (x - xs[i - 1]) / (xs[i] - xs[i - 1]) * (ys[i] - ys[i - 1]);
  }
}
