package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangePointsTest {
  private static final double RESOLUTION = 0.001;
  private static final double LEVEL = 0.05;

  /// Noise of 2 % around levels, each of which is given by its length and height.
  private static double[] steps(long seed, double... lengthsAndHeights) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, lengthsAndHeights.length / 2)
        .mapToObj(i ->
            IntStream.range(0, (int) lengthsAndHeights[2 * i])
                .mapToDouble(_ -> lengthsAndHeights[2 * i + 1] + 0.02 * random.nextGaussian())
                .toArray())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static List<Level> levels(double... values) {
    return ChangePoints.of(values, RESOLUTION).levels(LEVEL);
  }

  private static List<Integer> starts(double... values) {
    return levels(values).stream().skip(1).map(Level::from).toList();
  }

  @Test
  void levels_oneStep_isFoundWithBothHeights() {
    var levels = levels(steps(1, 30, 0, 30, 0.12));
    assertThat(levels).hasSize(2);
    assertThat(levels.getFirst().from()).isZero();
    assertThat(levels.getFirst().to()).isEqualTo(30).isEqualTo(levels.getLast().from());
    assertThat(levels.getLast().to()).isEqualTo(60);
    assertThat(levels.getFirst().mean()).isCloseTo(0, within(0.01));
    assertThat(levels.getLast().mean()).isCloseTo(0.12, within(0.01));
  }

  @Test
  void levels_stepsUpAndDown_areAllFound() {
    assertThat(starts(steps(2, 25, 0, 20, 0.15, 30, -0.1, 25, 0))).containsExactly(25, 45, 75);
  }

  /// A level that comes and goes explains itself neither by one step nor as correlation.
  @Test
  void levels_passingLevel_isFound() {
    assertThat(starts(steps(3, 40, 0, 20, 0.1, 40, 0))).containsExactly(40, 60);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 38, 39})
  void levels_outlier_isNoStep(int place) {
    var values = steps(4, 40, 0);
    values[place] += 1;
    assertThat(levels(values)).hasSize(1);
    assertThat(levels(values).getFirst().mean()).isCloseTo(0, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void levels_goneAwayAgain_isNoStep(int length) {
    var values = steps(5, 40, 0);
    for (var i = 20; i < 20 + length; i++) {
      values[i] += 0.5;
    }
    assertThat(levels(values)).hasSize(1);
  }

  /// A slow drift is no step, but steps explain it better than noise does; it may be marked, and
  /// then climbs.
  @Test
  void levels_drift_climbs() {
    var random = new SplittableRandom(6);
    var values = IntStream.range(0, 100).mapToDouble(i -> 0.004 * i + 0.02 * random.nextGaussian());
    var means = levels(values.toArray()).stream().map(Level::mean).toList();
    assertThat(means).hasSizeGreaterThan(1).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 10, 300})
  void levels_constant_isOne(int length) {
    var values = new double[length];
    Arrays.fill(values, 1.5);
    assertThat(levels(values)).containsExactly(new Level(0, length, 1.5));
    assertThat(ChangePoints.of(values, RESOLUTION).p()).isOne();
  }

  @Test
  void levels_exactStep_isFoundUnlessBelowResolution() {
    assertThat(starts(0, 0, 0, 0, 0, 0.01, 0.01, 0.01, 0.01, 0.01)).containsExactly(5);
    assertThat(starts(0, 0, 0, 0, 0, 3e-4, 3e-4, 3e-4, 3e-4, 3e-4)).isEmpty();
  }

  @Test
  void levels_shift_changesNothingButTheMeans() {
    var values = steps(7, 30, 0, 20, 0.1);
    var shifted = Arrays.stream(values).map(value -> value + 1e6).toArray();
    assertThat(starts(shifted)).isEqualTo(starts(values)).isNotEmpty();
  }

  @Test
  void levels_reversed_areTheSameBackwards() {
    var values = steps(8, 35, 0, 25, 0.09, 20, 0.2);
    var backwards = IntStream.range(0, 80).mapToDouble(i -> values[79 - i]).toArray();
    var mirrored = starts(values).stream().map(start -> 80 - start).sorted().toList();
    assertThat(starts(backwards)).isEqualTo(mirrored).contains(20, 45);
  }

  @Test
  void levels_stricter_areFewer() {
    var points = ChangePoints.of(steps(9, 40, 0, 6, 0.05), RESOLUTION);
    assertThat(points.p()).isBetween(1e-9, LEVEL);
    assertThat(points.levels(LEVEL)).hasSize(2);
    assertThat(points.levels(points.p() / 2)).hasSize(1);
  }

  @Test
  void of_nothing_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ChangePoints.of(new double[0], 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ChangePoints.of(new double[9], 0));
  }
}
