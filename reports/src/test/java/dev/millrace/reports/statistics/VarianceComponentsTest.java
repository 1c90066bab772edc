package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VarianceComponentsTest {
  @Test
  void of_publicFile_saysThatForksDiffer() throws IOException {
    var file =
        Fixtures.publicResults()
            .filter(each -> each.endsWith("parallel-performance-measurement.json"))
            .findFirst();
    assertThat(file).isPresent();
    var metric = ResultFile.read(file.get()).series().getFirst().primary();
    var forks =
        metric.forks().stream()
            .map(fork ->
                fork.iterations().stream()
                    .mapToDouble(each -> ((Iteration.Score) each).value())
                    .toArray())
            .toArray(double[][]::new);
    var components = VarianceComponents.of(forks);
    assertThat(components).isNotNull();
    assertThat(components.correlation()).isCloseTo(0.894, within(5e-4));
    assertThat(halfWidth(metric.forkMeans())).isCloseTo(1.848, within(5e-4));
    var pooled = Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
    assertThat(halfWidth(pooled)).isCloseTo(0.156, within(5e-4));
  }

  private static double halfWidth(double[] values) {
    var interval = Summary.of(values, 0.999).interval();
    assertThat(interval).isNotNull();
    return interval.halfWidth();
  }

  @Test
  void of_tooFew_isNull() {
    assertThat(VarianceComponents.of(new double[][] {{1, 2, 3}})).isNull();
    assertThat(VarianceComponents.of(new double[][] {{1}, {2}, {3}})).isNull();
  }

  /// The 95 % interval over fork means covers the truth, however alike the iterations of a fork
  /// are.
  @ParameterizedTest
  @CsvSource({
    "0, 3", "0, 5", "0, 10", "0.3, 3", "0.3, 5", "0.3, 10", "0.9, 3", "0.9, 5", "0.9, 10"
  })
  void interval_anyCorrelation_covers(double correlation, int forks) {
    var seed = 5_000 + forks;
    var random = new SplittableRandom(seed);
    var runs = 4_000;
    var covered =
        IntStream.range(0, runs)
            .filter(_ -> covers(new NoisyForks(correlation, random).draw(forks, 5)))
            .count();
    assertThat((double) covered / runs).as("seed " + seed).isBetween(0.935, 0.965);
  }

  private static boolean covers(double[][] forks) {
    var interval = Summary.of(Arrays.stream(forks).mapToDouble(Mean::of).toArray()).interval();
    return interval != null && interval.contains(NoisyForks.MEAN);
  }

  /// The same for the ratio of two sides.
  @ParameterizedTest
  @CsvSource({"0, 3", "0.3, 5", "0.9, 10", "0.9, 3"})
  void ratio_anyCorrelation_covers(double correlation, int forks) {
    var seed = 6_000 + forks;
    var random = new SplittableRandom(seed);
    var noise = new NoisyForks(correlation, random);
    var runs = 4_000;
    var covered = IntStream.range(0, runs).filter(_ -> coversOne(noise, forks)).count();
    assertThat((double) covered / runs).as("seed " + seed).isBetween(0.93, 0.975);
  }

  private static boolean coversOne(NoisyForks noise, int forks) {
    var one = Arrays.stream(noise.draw(forks, 5)).mapToDouble(Mean::of).toArray();
    var other = Arrays.stream(noise.draw(forks, 5)).mapToDouble(Mean::of).toArray();
    var interval = Ratio.of(one, other).interval();
    return interval != null && interval.contains(1);
  }
}
