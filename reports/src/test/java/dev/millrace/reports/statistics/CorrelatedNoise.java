package dev.millrace.reports.statistics;

import java.util.SplittableRandom;

/// Draws AR(1) noise of variance 1: each value resembles the one before it.
///
/// @param correlation of neighbours
record CorrelatedNoise(double correlation, Shape shape) {
  private static final int RUN_IN = 50;

  /// How innovations are distributed, all with variance 1.
  enum Shape {
    NORMAL,
    LAPLACE,
    /// Student's t with three degrees of freedom.
    HEAVY_TAILS;

    private double draw(SplittableRandom random) {
      return switch (this) {
        case NORMAL -> random.nextGaussian();
        case LAPLACE -> random.nextExponential() * (random.nextBoolean() ? 1 : -1) / Math.sqrt(2);
        case HEAVY_TAILS -> {
          var squares = 0.0;
          for (var i = 0; i < 3; i++) {
            var normal = random.nextGaussian();
            squares += normal * normal;
          }
          yield random.nextGaussian() / Math.sqrt(squares);
        }
      };
    }
  }

  double[] draw(int length, SplittableRandom random) {
    var innovation = Math.sqrt(1 - correlation * correlation);
    var value = random.nextGaussian();
    var values = new double[length];
    for (var i = -RUN_IN; i < length; i++) {
      value = correlation * value + innovation * shape.draw(random);
      if (i >= 0) {
        values[i] = value;
      }
    }
    return values;
  }
}
