package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OddityTest {
  private static final int RUNS = 2_000;

  @ParameterizedTest
  @CsvSource({"1, 10", "1, 40", "1, 200", "2, 5", "3, 10", "5, 5", "5, 20", "10, 5", "10, 50"})
  void of_whiteNoise_isRarelyFlagged(int forks, int iterations) {
    var seed = 100 * forks + iterations;
    var noise = new NoisyForks(0, new SplittableRandom(seed));
    var flagged =
        IntStream.range(0, RUNS)
            .filter(_ -> !Oddity.of(noise.draw(forks, iterations)).isEmpty())
            .count();
    assertThat((double) flagged / RUNS).as("seed " + seed).isLessThanOrEqualTo(0.05);
  }

  /// Forty single shots that creep up by 6 % through noise of 1 %, as a leak makes them.
  @Test
  void of_creepingShots_isRising() {
    var random = new SplittableRandom(11);
    var shots =
        IntStream.range(0, 40)
            .mapToDouble(i -> 569 + 34 * i / 39.0 + 5.7 * random.nextGaussian())
            .toArray();
    var forks = new double[][] {shots};
    assertThat(Oddity.of(forks)).contains(Oddity.RISING);
    assertThat(Trend.of(forks).rise()).isBetween(0.04, 0.08);
    var backwards = IntStream.range(0, 40).mapToDouble(i -> shots[39 - i]).toArray();
    assertThat(Oddity.of(new double[][] {backwards})).contains(Oddity.FALLING);
  }

  @Test
  void of_warmUpInEveryFork_isFallingWhateverTheLevels() {
    var random = new SplittableRandom(12);
    var forks =
        IntStream.range(0, 5)
            .mapToObj(fork ->
                IntStream.range(0, 10)
                    .mapToDouble(i -> 100 * fork + 50 - i + random.nextGaussian())
                    .toArray())
            .toArray(double[][]::new);
    assertThat(Oddity.of(forks)).contains(Oddity.FALLING);
  }

  @Test
  void of_slowWaves_areAutocorrelated() {
    var waves = IntStream.range(0, 60).mapToDouble(i -> 100 + Math.sin(i / 3.0)).toArray();
    assertThat(Oddity.of(new double[][] {waves})).contains(Oddity.AUTOCORRELATED);
  }

  @ParameterizedTest
  @CsvSource({"2, 25", "5, 20", "10, 5"})
  void of_twoModes_isMultimodal(int forks, int iterations) {
    var random = new SplittableRandom(13);
    var values =
        IntStream.range(0, forks)
            .mapToObj(_ ->
                IntStream.range(0, iterations)
                    .mapToDouble(i -> 100 + i % 2 * 10 + random.nextGaussian())
                    .toArray())
            .toArray(double[][]::new);
    assertThat(Oddity.of(values)).contains(Oddity.MULTIMODAL);
  }

  @Test
  void of_constants_isNothing() {
    assertThat(Oddity.of(new double[][] {{3, 3, 3, 3, 3}, {3, 3, 3, 3, 3}})).isEmpty();
    assertThat(Oddity.of(new double[][] {{3}})).isEmpty();
  }

  @Test
  void outliers_areNamedAndKept() {
    double[] values = {10, 11, 10.5, 13, 10.2, 10.8, 10.4, 10.6, 99};
    var outliers = Fences.of(values).outliers(values);
    assertThat(outliers)
        .containsExactly(
            new Fences.Outlier(3, 13, Fences.Severity.SEVERE),
            new Fences.Outlier(8, 99, Fences.Severity.SEVERE));
    assertThat(Arrays.stream(values).max()).hasValue(99);
  }
}
