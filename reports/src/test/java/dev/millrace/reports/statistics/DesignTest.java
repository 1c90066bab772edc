package dev.millrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DesignTest {
  private static final int RUNS = 400;
  private static final double TARGET = 0.01;

  @Test
  void iterations_areTheRootOfCostsTimesVariances() {
    var variances = new VarianceComponents(100, 1, 4);
    assertThat(Design.iterations(variances, new Costs(90, 10))).isEqualTo(6);
    assertThat(Design.iterations(variances, new Costs(0, 10))).isEqualTo(1);
    assertThat(Design.iterations(new VarianceComponents(100, 0, 4), new Costs(90, 10)))
        .as("no variance between forks was seen: no longer than the fork took to start")
        .isEqualTo(9);
    assertThat(Design.iterations(new VarianceComponents(100, 0, 4), new Costs(9_000, 10)))
        .isEqualTo(Design.MOST_ITERATIONS);
    assertThat(Design.iterations(new VarianceComponents(100, 0, 0), new Costs(90, 10)))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "0.2, 2", "5, 2", "9, 3", "100, 10", "1e6, 100"})
  void pilot_isAsLongAsForksAreDear(double forkCost, int iterations) {
    assertThat(Design.pilot(new Costs(forkCost, 1))).isEqualTo(new Design(5, iterations));
  }

  @Test
  void forHalfWidth_isTheLeastThatReaches() {
    var variances = new VarianceComponents(100, 1, 4);
    var costs = new Costs(90, 10);
    var design = Design.forHalfWidth(variances, costs, TARGET);
    assertThat(design.halfWidth(variances)).isLessThanOrEqualTo(1);
    assertThat(new Design(design.forks() - 1, design.iterations()).halfWidth(variances))
        .isGreaterThan(1);
    assertThat(Design.forHalfWidth(variances, costs, 1e-9).forks()).isEqualTo(Design.MOST_FORKS);
  }

  @ParameterizedTest
  @CsvSource({"1000, 6, 6", "301, 2, 6", "210, 2, 1", "1, 2, 1"})
  void forBudget_spendsNoMore(double budget, int forks, int iterations) {
    var design = Design.forBudget(new VarianceComponents(100, 1, 4), new Costs(90, 10), budget);
    assertThat(design).isEqualTo(new Design(forks, iterations));
  }

  /// Measuring as planned, and planning again after every fork, reaches the half-width for little
  /// more than the cheapest fixed design of someone who knows the variances and wants to be 90 %
  /// sure.
  @ParameterizedTest
  @CsvSource({
    "0, 0.2",
    "0, 2",
    "0, 20",
    "0.3, 0.2",
    "0.3, 0.5",
    "0.3, 5",
    "0.5, 1",
    "0.6, 2",
    "0.7, 0.2",
    "0.7, 1",
    "0.9, 0.2",
    "0.9, 5",
    "0.9, 20"
  })
  void planning_again_costsLittleMoreThanKnowing(double correlation, double forkCost) {
    var seed = 77;
    var noise = new NoisyForks(correlation, new SplittableRandom(seed));
    var costs = new Costs(forkCost, 1);
    var runs = IntStream.range(0, RUNS).mapToObj(_ -> measure(noise, costs)).toList();
    var reached = runs.stream().filter(run -> run.halfWidth <= TARGET * NoisyForks.MEAN).count();
    var cost = runs.stream().mapToDouble(Outcome::cost).average().orElseThrow();
    assertThat((double) reached / RUNS).as("seed " + seed).isGreaterThanOrEqualTo(0.9);
    assertThat(cost / oracleCost(noise.truth(), costs))
        .as("seed " + seed)
        .isLessThanOrEqualTo(1.15);
  }

  private record Outcome(double halfWidth, double cost) {}

  private static Outcome measure(NoisyForks noise, Costs costs) {
    var pilot = Design.pilot(costs);
    var forks = noise.draw(pilot.forks(), pilot.iterations());
    var cost = pilot.cost(costs);
    while (true) {
      var halfWidth = halfWidth(forks);
      var variances = VarianceComponents.of(forks);
      if (halfWidth <= TARGET * NoisyForks.MEAN || variances == null) {
        return new Outcome(halfWidth, cost);
      }
      var iterations = Design.iterations(variances, costs);
      forks = Arrays.copyOf(forks, forks.length + 1);
      forks[forks.length - 1] = noise.fork(iterations);
      cost += new Design(1, iterations).cost(costs);
    }
  }

  private static double halfWidth(double[][] forks) {
    var interval = Summary.of(Arrays.stream(forks).mapToDouble(Mean::of).toArray()).interval();
    assertThat(interval).isNotNull();
    return interval.halfWidth();
  }

  private static double oracleCost(VarianceComponents truth, Costs costs) {
    return IntStream.rangeClosed(1, Design.MOST_ITERATIONS)
        .mapToObj(iterations -> oracle(truth, iterations))
        .mapToDouble(design -> design.cost(costs))
        .min()
        .orElseThrow();
  }

  /// The fewest forks whose half-width is within the target in 90 % of cases.
  private static Design oracle(VarianceComponents truth, int iterations) {
    return IntStream.range(2, Design.MOST_FORKS)
        .mapToObj(forks -> new Design(forks, iterations))
        .filter(design -> chance(truth, design) >= 0.9)
        .findFirst()
        .orElseThrow();
  }

  private static double chance(VarianceComponents truth, Design design) {
    var expected = design.halfWidth(truth);
    var target = TARGET * truth.mean();
    var degrees = design.forks() - 1;
    return ChiSquaredDistribution.of(degrees)
        .cumulativeProbability(degrees * target * target / (expected * expected));
  }
}
