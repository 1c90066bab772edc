package dev.millrace.reports.characteristic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.VarianceComponents;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// The population that is drawn scatters as published benchmarks do.
final class SimulationTest {
  private static final Population POPULATION = Simulation.population(1);

  @Test
  void forks_varyAsPublished() {
    var variations = quartiles(benchmark -> variation(Pair.forkMeans(benchmark.forks())));
    assertThat(variations[0]).isBetween(0.019, 0.029);
    assertThat(variations[1]).isBetween(0.042, 0.064);
    assertThat(variations[2]).isBetween(0.077, 0.115);
  }

  @Test
  void iterations_correlateAsPublished() {
    var correlations = quartiles(SimulationTest::correlation);
    assertThat(correlations[0]).isBetween(0.30, 0.44);
    assertThat(correlations[1]).isBetween(0.70, 0.85);
    assertThat(correlations[2]).isBetween(0.92, 0.98);
  }

  private static double variation(double[] means) {
    return Math.sqrt(Mean.variance(means)) / Mean.of(means);
  }

  private static double correlation(Benchmark benchmark) {
    var components = VarianceComponents.of(benchmark.forks());
    assertThat(components).isNotNull();
    return components.correlation();
  }

  /// The median, the upper quartile and the upper decile.
  private static double[] quartiles(ToDoubleFunction<Benchmark> number) {
    var sorted = POPULATION.benchmarks().stream().mapToDouble(number).sorted().toArray();
    var n = sorted.length;
    return new double[] {sorted[n / 2], sorted[3 * n / 4], sorted[9 * n / 10]};
  }
}
