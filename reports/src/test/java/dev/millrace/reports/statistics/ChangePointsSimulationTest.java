package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.statistics.CorrelatedNoise.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Measures how often [ChangePoints] is wrong and how soon it is right, by simulation with fixed
/// seeds; the rows are those of `docs/reports.md`, to the digit.
final class ChangePointsSimulationTest {
  private static final Path DOCS = Path.of("../docs/reports.md");
  private static final double NOISE = 0.02;
  private static final double RESOLUTION = 0.001;
  private static final double LEVEL = 0.05;
  private static final int[] LENGTHS = {10, 20, 50, 100, 300};
  private static final int MOST_SERIES = 2_000;
  private static final int MOST_VALUES = 150_000;
  private static final double OUTLIER = 0.4;
  private static final int BEFORE = 100;
  private static final int LATEST = 30;
  private static final int STEPS = 200;
  private static final int FIRST_LOOK = 20;

  /// @param outliers the share of runs that are off by 40 %
  /// @param bound in percent, a little above the 5 that are promised up to ρ = 0.6
  @ParameterizedTest
  @CsvSource({
    "white noise, 0, NORMAL, 0, 5.5",
    "ρ = 0.3, 0.3, NORMAL, 0, 5.5",
    "ρ = 0.6, 0.6, NORMAL, 0, 5.5",
    "ρ = 0.8, 0.8, NORMAL, 0, 13",
    "'ρ = 0.3, Laplace', 0.3, LAPLACE, 0, 5.5",
    "'ρ = 0.6, Laplace', 0.6, LAPLACE, 0, 12",
    "'ρ = 0.3, t with 3 degrees of freedom', 0.3, HEAVY_TAILS, 0, 5.5",
    "'ρ = 0.3, one run in 30 off by 40 %', 0.3, NORMAL, 0.033, 5.5"
  })
  void levels_withoutStep_areSeldomMarked(
      String words, double correlation, Shape shape, double outliers, double bound)
      throws IOException {
    var noise = new CorrelatedNoise(correlation, shape);
    var rates = Arrays.stream(LENGTHS).mapToDouble(n -> marked(noise, outliers, n)).toArray();
    assertDocumented(
        words,
        Arrays.stream(rates).mapToObj(rate -> String.format(Locale.ROOT, "%.1f", rate)).toList());
    assertThat(Arrays.stream(rates).max().orElseThrow()).isLessThanOrEqualTo(bound);
  }

  /// The share of series that are marked, in percent.
  private static double marked(CorrelatedNoise noise, double outliers, int length) {
    var random = new SplittableRandom(20261122 + length);
    var series = Math.min(MOST_SERIES, MOST_VALUES / length);
    var marked = 0;
    for (var i = 0; i < series; i++) {
      var values =
          Arrays.stream(noise.draw(length, random))
              .map(value -> NOISE * value + (random.nextDouble() < outliers ? OUTLIER : 0))
              .toArray();
      marked += levels(values).size() > 1 ? 1 : 0;
    }
    return 100.0 * marked / series;
  }

  private static List<Level> levels(double[] values) {
    return ChangePoints.of(values, RESOLUTION).levels(LEVEL);
  }

  /// One run after the other is looked at, from the step on.
  ///
  /// @param series of the folder, of which no other has a step
  @ParameterizedTest
  @CsvSource({
    "+5 %, 0, 0.05, 1, 5",
    "+5 %, 0.3, 0.05, 1, 5",
    "+5 %, 0.6, 0.05, 1, 5",
    "+10 %, 0.3, 0.10, 1, 4",
    "+3 %, 0.3, 0.03, 1, 20",
    "'+5 %, one of 100 series', 0.3, 0.05, 100, 20",
    "'+10 %, one of 100 series', 0.3, 0.10, 100, 6"
  })
  void levels_step_isFoundSoon(
      String words, double correlation, double step, int series, double bound) throws IOException {
    var random = new SplittableRandom(20261123);
    var noise = new CorrelatedNoise(correlation, Shape.NORMAL);
    var delays = new double[STEPS];
    for (var i = 0; i < STEPS; i++) {
      delays[i] = delay(noise.draw(BEFORE + LATEST, random), Math.log1p(step), LEVEL / series);
    }
    Arrays.sort(delays);
    var found = Arrays.stream(delays).filter(Double::isFinite).count();
    assertDocumented(
        words + " | " + correlation,
        List.of(
            String.valueOf((int) Median.ofSorted(delays)),
            String.format(Locale.ROOT, "%.1f", 100.0 * found / STEPS)));
    assertThat(Median.ofSorted(delays)).isLessThanOrEqualTo(bound);
  }

  /// How many values after the step a new level is marked within two values of it; infinite when it
  /// never is.
  private static double delay(double[] noise, double step, double level) {
    var values =
        IntStream.range(0, noise.length)
            .mapToDouble(i -> NOISE * noise[i] + (i < BEFORE ? 0 : step))
            .toArray();
    for (var after = 1; after <= LATEST; after++) {
      var seen = ChangePoints.of(Arrays.copyOf(values, BEFORE + after), RESOLUTION).levels(level);
      if (seen.stream().anyMatch(each -> Math.abs(each.from() - BEFORE) <= 2)) {
        return after;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "0.3, 25", "0.6, 45"})
  void levels_lookedAtAfterEveryRun_areMarkedMoreOften(double correlation, double bound)
      throws IOException {
    var random = new SplittableRandom(20261124);
    var noise = new CorrelatedNoise(correlation, Shape.NORMAL);
    var ever = 0;
    for (var i = 0; i < STEPS; i++) {
      var values = noise.draw(BEFORE, random);
      ever += isEverMarked(values) ? 1 : 0;
    }
    var percent = 100.0 * ever / STEPS;
    assertDocumented(
        String.valueOf(correlation), List.of(String.format(Locale.ROOT, "%.1f", percent)));
    assertThat(percent).isLessThanOrEqualTo(bound);
  }

  private static boolean isEverMarked(double[] noise) {
    var values = Arrays.stream(noise).map(value -> NOISE * value).toArray();
    return IntStream.rangeClosed(FIRST_LOOK, values.length)
        .anyMatch(runs -> levels(Arrays.copyOf(values, runs)).size() > 1);
  }

  private static void assertDocumented(String words, List<String> cells) throws IOException {
    var row = "| " + words + " | " + String.join(" | ", cells) + " |";
    assertThat(Files.readString(DOCS)).contains(row);
  }
}
