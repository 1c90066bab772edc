package dev.millrace.reports.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.scaling.CoreTime.Workers;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Line;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Engines that are bad in one known way: the split has to name it, in every run.
final class PlantedCauseTest {
  private static final int FORKS = 10;
  private static final double NOISE = 0.02;

  /// What a bad engine takes at n workers of a run of 100 ms on one, in ms: wall time, and the CPU
  /// time of program, collector and compiler.
  enum Bad {
    SERIAL_TENTH(Use.IDLE) {
      @Override
      double[] at(int n) {
        return new double[] {10 + 90.0 / n, 100, 1, 0.2};
      }
    },
    UNEQUAL_CHUNKS(Use.IDLE) {
      @Override
      double[] at(int n) {
        return new double[] {n == 1 ? 100 : 75, 100, 1, 0.2};
      }
    },
    ALLOCATION_STORM(Use.GC) {
      @Override
      double[] at(int n) {
        // two threads collect 60 ms of their time, while all workers wait; caches suffer a little
        return new double[] {30 + 70.0 / n * (n == 1 ? 1 : 1.1), n == 1 ? 70 : 77, 60, 0.2};
      }
    },
    SPINNING_LOCK(Use.WORK) {
      @Override
      double[] at(int n) {
        return new double[] {n == 1 ? 100 : 80, n == 1 ? 100 : 158, 1, 0.2};
      }
    };

    private final Use cause;

    Bad(Use cause) {
      this.cause = cause;
    }

    abstract double[] at(int n);
  }

  @ParameterizedTest
  @EnumSource(Bad.class)
  void greatest_ofABadEngine_isThePlantedCauseInEveryRun(Bad bad) {
    for (var seed = 1; seed <= 10; seed++) {
      var lost = LostSpeedUp.of(panel(bad, new SplittableRandom(seed)), twoCores());
      assertThat(lost).hasSize(1);
      assertThat(lost.getFirst().split().greatest()).as("seed %d", seed).isEqualTo(bad.cause);
    }
  }

  @ParameterizedTest
  @EnumSource(Bad.class)
  void greatest_ofABadEngine_isThePlantedCauseInEveryFork(Bad bad) {
    var line = panel(bad, new SplittableRandom(1)).lines().getFirst();
    assertThat(forks(line)).hasSize(FORKS).extracting(Split::greatest).containsOnly(bad.cause);
  }

  /// Planted causes of the suite `lost`, by the names of its engines.
  private static final Map<String, Use> SUITE =
      Map.of(
          "serial-part", Use.IDLE,
          "unequal-chunks", Use.IDLE,
          "allocation-storm", Use.GC,
          "spinning-lock", Use.WORK);

  @Test
  void greatest_ofTheMeasuredSuite_isThePlantedCauseInEveryFork() {
    var file = ResultFile.read(Fixtures.ownResults("lost.json"));
    var seen = new ArrayList<String>();
    for (var panel : Arrangement.of(List.of(file), new Axis.Parallelism())) {
      for (var line : panel.lines()) {
        var cause = SUITE.get(line.name());
        if (cause != null) {
          seen.add(line.name());
          assertThat(forks(line)).as(line.name()).extracting(Split::greatest).containsOnly(cause);
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(SUITE.keySet());
  }

  /// The split of each fork at two workers, against the same fork of one.
  private static List<Split> forks(Line line) {
    var splits = new ArrayList<Split>();
    var count = line.points().getFirst().series().primary().forks().size();
    for (var fork = 0; fork < count; fork++) {
      splits.add(Split.of(time(line.at(1), 1, fork), time(line.at(2), 2, fork)));
    }
    return splits;
  }

  private static CoreTime time(@Nullable Point point, int workers, int fork) {
    var series = Objects.requireNonNull(point).series();
    var time = CoreTime.of(series, new Workers(workers, 2), metric -> metric.forkMeans()[fork]);
    return Objects.requireNonNull(time);
  }

  private static Environment.Machine twoCores() {
    return new Environment.Machine(null, 2, 2, null, null, null, null);
  }

  private static Panel panel(Bad bad, SplittableRandom random) {
    var series = List.of(series(bad, 1, random), series(bad, 2, random));
    var file = new ResultFile(Path.of("results.json"), series, Environment.UNKNOWN);
    return Arrangement.of(List.of(file), null).getFirst();
  }

  private static Series series(Bad bad, int workers, SplittableRandom random) {
    var params = new TreeMap<>(Map.of("engine", "bad", "parallelism", String.valueOf(workers)));
    var id = new Identity("a.Lost.run", Mode.AVERAGE_TIME, 1, params, "ms/op");
    var numbers = bad.at(workers);
    var forks = new double[4][FORKS];
    for (var fork = 0; fork < FORKS; fork++) {
      for (var i = 0; i < numbers.length; i++) {
        forks[i][fork] = numbers[i] * (1 + NOISE * (random.nextDouble() - 0.5));
      }
    }
    var cpu = new double[FORKS];
    for (var fork = 0; fork < FORKS; fork++) {
      cpu[fork] = forks[1][fork] + forks[2][fork] + forks[3][fork];
    }
    var parts =
        Map.of(
            "cpu", metric(cpu),
            "cpu.mutator", metric(forks[1]),
            "cpu.gc", metric(forks[2]),
            "cpu.jit", metric(forks[3]),
            "cpu.other", metric(new double[FORKS]));
    return new Series(id, metric(forks[0]), parts, "");
  }

  private static Metric metric(double[] forks) {
    var rows = new ArrayList<Fork>();
    for (var value : forks) {
      rows.add(new Fork(List.of(new Iteration.Score(value))));
    }
    return new Metric(rows.stream().mapToDouble(Fork::mean).average().orElseThrow(), "ms/op", rows);
  }
}
