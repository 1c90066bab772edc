package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often the intervals of a [LawFit] hold the law that the forks were drawn from. Every cell of
/// the grid is a fixed draw, over few and many forks and three sizes of noise.
final class LawCoverageTest {
  private static final double[] THREADS = {1, 2, 4, 8, 16, 32};
  private static final double[] NOISES = {0.005, 0.02, 0.05};
  private static final int[] FORKS = {3, 5};
  private static final int DRAWS = 60;
  private static final long SEED = 5;

  private int tried;
  private int contention;
  private int coherency;
  private int inside;

  @ParameterizedTest
  @CsvSource({
    "0.02, 0.0005",
    "0.02, 0.005",
    "0.1, 0.0005",
    "0.1, 0.005",
    "0.3, 0.0005",
    "0.3, 0.005"
  })
  void best_lawInsideItsBounds_isHeldByNinetyFivePercent(double serial, double pairs) {
    simulate(new ScalingLaw(1, serial, pairs));
    assertThat(share(contention)).isBetween(0.90, 0.98);
    assertThat(share(coherency)).isBetween(0.90, 0.98);
    assertThat(share(inside)).isBetween(0.90, 0.98);
  }

  /// At a bound half of the misses are cut off, so that an interval may hold it more often.
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 0.0005", "0, 0.005", "0.02, 0", "0.1, 0", "0.3, 0"})
  void best_lawAtABound_isHeldByNinetyFivePercentAtLeast(double serial, double pairs) {
    simulate(new ScalingLaw(1, serial, pairs));
    assertThat(share(contention)).isBetween(0.90, 1.0);
    assertThat(share(coherency)).isBetween(0.90, 1.0);
    assertThat(share(inside)).isBetween(0.90, 0.98);
  }

  private double share(int held) {
    return (double) held / tried;
  }

  private void simulate(ScalingLaw truth) {
    var random = new SplittableRandom(SEED);
    for (var noise : NOISES) {
      for (var forks : FORKS) {
        for (var draw = 0; draw < DRAWS; draw++) {
          count(truth, LawFit.best(THREADS, draw(truth, noise, forks, random)));
        }
      }
    }
  }

  private void count(ScalingLaw truth, LawFit fit) {
    tried++;
    contention += holds(fit.contention(), truth.contention());
    coherency += holds(fit.coherency(), truth.coherency());
    inside += holds(fit.at(6), truth.at(6));
  }

  private static int holds(@Nullable Interval interval, double number) {
    return interval != null && interval.contains(number) ? 1 : 0;
  }

  /// Noise is relative and normal on the log scale.
  private static double[][] draw(ScalingLaw law, double noise, int forks, SplittableRandom random) {
    return Arrays.stream(THREADS)
        .mapToObj(n ->
            DoubleStream.generate(() -> law.at(n) * Math.exp(noise * random.nextGaussian()))
                .limit(forks)
                .toArray())
        .toArray(double[][]::new);
  }
}
