package dev.millrace.reports.study;

import static dev.millrace.reports.study.Results.engine;
import static dev.millrace.reports.study.Results.panels;
import static dev.millrace.reports.study.Results.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class DerivedTest {
  private static final double[][] TIMES = {{10, 10.5, 9.8}, {5.6, 5.4, 5.7}, {3.1, 3.3, 3.2}};
  private static final int[] THREADS = {1, 2, 4};

  private static Reading reading(Panel panel, Derived derived, double position) {
    var line = panel.lines().getFirst();
    return Objects.requireNonNull(
        derived.at(panel, line, Objects.requireNonNull(line.at(position))));
  }

  private static Series withCpu(Series series, double... forks) {
    var rows = Arrays.stream(forks).mapToObj(fork -> new Fork(List.of(new Iteration.Score(fork))));
    var cpu = new Metric(Arrays.stream(forks).average().orElseThrow(), "ms/op", rows.toList());
    return new Series(series.identity(), series.primary(), Map.of(Series.CPU, cpu), "");
  }

  /// The same engine, its operations of `TIMES` milliseconds done by JMH's threads.
  private static Panel byJmhThreads(Mode mode) {
    var measured = new Series[THREADS.length];
    for (var i = 0; i < THREADS.length; i++) {
      var threads = THREADS[i];
      var inMode =
          Arrays.stream(TIMES[i])
              .map(time -> mode == Mode.THROUGHPUT ? threads / time : time)
              .toArray();
      measured[i] = series("a.B.run", mode, threads, Map.of(), inMode);
    }
    return panels(measured).getFirst();
  }

  @Test
  void at_averageTimeAndThroughput_giveTheSameSpeedUp() {
    var byTime = byJmhThreads(Mode.AVERAGE_TIME);
    var byRate = byJmhThreads(Mode.THROUGHPUT);
    for (var derived : List.of(Derived.SPEED_UP, Derived.EFFICIENCY)) {
      for (var threads : THREADS) {
        var one = reading(byTime, derived, threads);
        var other = reading(byRate, derived, threads);
        assertThat(one.value()).isCloseTo(other.value(), within(1e-12));
        for (var fork = 0; fork < one.forks().size(); fork++) {
          assertThat(one.forks().get(fork)).isCloseTo(other.forks().get(fork), within(1e-12));
        }
      }
    }
    assertThat(reading(byTime, Derived.SPEED_UP, 4).value()).isBetween(12.5, 12.7);
  }

  @Test
  void at_averageTimeOfJmhThreads_throughputCountsAllThreads() {
    var throughput = reading(byJmhThreads(Mode.AVERAGE_TIME), Derived.THROUGHPUT, 2);
    assertThat(throughput.forks()).containsExactly(2 / 5.6, 2 / 5.4, 2 / 5.7);
    assertThat(Derived.THROUGHPUT.unit(byJmhThreads(Mode.AVERAGE_TIME))).isEqualTo("ops/ms");
  }

  @Test
  void at_parallelism_isTheRatioToTheFirstPoint() {
    var panel =
        panels(
                engine("eager", "a", 1, 80, 81),
                engine("x", "a", 1, TIMES[0]),
                engine("x", "a", 2, TIMES[1]),
                engine("x", "a", 4, TIMES[2]))
            .stream()
            .map(each -> each.lines().getLast())
            .map(line -> new Panel("t", "", family(), new Axis.Parallelism(), List.of(line)))
            .findFirst()
            .orElseThrow();
    var ratio = Ratio.of(TIMES[0], TIMES[2]);
    var speedUp = reading(panel, Derived.SPEED_UP, 4);
    assertThat(speedUp.value()).isCloseTo(ratio.value(), within(1e-12));
    assertThat(speedUp.interval()).isEqualTo(ratio.interval());
    assertThat(speedUp.forks()).hasSize(3);
    var geometric = Math.cbrt(speedUp.forks().stream().reduce(1.0, (a, b) -> a * b));
    assertThat(geometric).isCloseTo(speedUp.value(), within(1e-12));
    assertThat(reading(panel, Derived.EFFICIENCY, 4).value())
        .isCloseTo(25 * ratio.value(), within(1e-9));
    assertThat(reading(panel, Derived.SPEED_UP, 1).interval())
        .as("of a point over itself")
        .isNull();
  }

  private static Panel.Family family() {
    return new Panel.Family("a.ScalingBenchmark", Mode.AVERAGE_TIME, "ms/op");
  }

  @Test
  void at_cpuTime_givesUtilisationForkByForkAndInflation() {
    var panel =
        panels(
                withCpu(engine("x", "a", 1, 10, 20), 9, 19),
                withCpu(engine("x", "a", 4, 5, 4), 15, 10))
            .getFirst();
    var utilisation = reading(panel, Derived.UTILISATION, 4);
    assertThat(utilisation.forks()).containsExactly(75.0, 62.5);
    assertThat(utilisation.interval()).isEqualTo(Summary.of(new double[] {75, 62.5}).interval());
    assertThat(reading(panel, Derived.CPU_INFLATION, 4).value())
        .isCloseTo(Math.sqrt(150.0 / (9 * 19)), within(1e-12));
  }

  @Test
  void at_otherUnitOfCpuTime_isConverted() {
    var measured = withCpu(series("a.B.run", Mode.THROUGHPUT, 2, Map.of(), 1.0), 1.5);
    var panel = panels(measured, series("a.B.run", Mode.THROUGHPUT, 4, Map.of(), 1.0)).getFirst();
    assertThat(reading(panel, Derived.UTILISATION, 2).value()).isCloseTo(75, within(1e-12));
  }

  @Test
  void at_level_isNothing() {
    var panel =
        panels(engine("eager", "a", 1, 80), engine("x", "a", 1, 60), engine("x", "a", 2, 30))
            .getFirst();
    var level = panel.lines().getFirst();
    assertThat(Derived.SPEED_UP.at(panel, level, level.points().getFirst())).isNull();
  }

  @Test
  void at_sizes_isNothing() {
    var panel =
        panels(
                series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("size", "10"), 1),
                series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("size", "20"), 2),
                series("a.B.run", Mode.AVERAGE_TIME, 1, Map.of("size", "30"), 3))
            .getFirst();
    var line = panel.lines().getFirst();
    assertThat(panel.axis()).isEqualTo(new Axis.Param("size"));
    for (var derived : Derived.values()) {
      assertThat(derived.at(panel, line, line.points().getFirst())).isNull();
    }
  }

  @Test
  void ideal_startsFromTheFirstPosition() {
    var panel = panels(engine("x", "a", 2, 30), engine("x", "a", 8, 10)).getFirst();
    var ideal = Objects.requireNonNull(Derived.SPEED_UP.ideal(panel));
    assertThat(ideal.applyAsDouble(8)).isEqualTo(4);
    assertThat(reading(panel, Derived.EFFICIENCY, 8).value()).isCloseTo(75, within(1e-12));
  }
}
