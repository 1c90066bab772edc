package dev.millrace.reports.statistics;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws forks whose iterations scatter normally around their fork, and forks around [#MEAN].
///
/// @param correlation the intraclass correlation
record NoisyForks(double correlation, SplittableRandom random) {
  static final double MEAN = 100;
  private static final double DEVIATION = 2;

  double[][] draw(int forks, int iterations) {
    return IntStream.range(0, forks).mapToObj(_ -> fork(iterations)).toArray(double[][]::new);
  }

  double[] fork(int iterations) {
    var centre = MEAN + DEVIATION * Math.sqrt(correlation) * random.nextGaussian();
    var within = DEVIATION * Math.sqrt(1 - correlation);
    return IntStream.range(0, iterations)
        .mapToDouble(_ -> centre + within * random.nextGaussian())
        .toArray();
  }

  /// The variances it draws with.
  VarianceComponents truth() {
    var all = DEVIATION * DEVIATION;
    return new VarianceComponents(MEAN, correlation * all, (1 - correlation) * all);
  }
}
