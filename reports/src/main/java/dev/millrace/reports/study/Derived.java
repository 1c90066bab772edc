package dev.millrace.reports.study;

import dev.millrace.reports.results.Mode;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.text.DisplayUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What follows from time and CPU time when threads are added. It is known on axes that count
/// threads, for lines that start where the others do and go on from there.
public enum Derived implements Plotted {
  /// Operations of the whole system in a unit of time, from times.
  THROUGHPUT("throughput", ""),
  /// Throughput over that at the first position.
  SPEED_UP("speed-up", "×"),
  /// The speed-up over that of perfect scaling.
  EFFICIENCY("efficiency", "%"),
  /// The share of the threads' time that was spent on some core: CPU time over threads × time.
  UTILISATION("utilisation", "%"),
  /// CPU time of an operation over that at the first position.
  CPU_INFLATION("CPU inflation", "×");

  private static final double PERCENT = 100;

  private final String words;
  private final String unit;

  Derived(String words, String unit) {
    this.words = words;
    this.unit = unit;
  }

  @Override
  public String fileName(Mode mode) {
    return words;
  }

  @Override
  public String words(Mode mode) {
    return words;
  }

  @Override
  public boolean higherIsBetter(Mode mode) {
    return this != CPU_INFLATION;
  }

  @Override
  public String unit(Panel panel) {
    return this == THROUGHPUT ? Throughput.unit(panel.unit(Quantity.SCORE)) : unit;
  }

  @Override
  public @Nullable Reading at(Panel panel, Line line, Point point) {
    var first = panel.firstThreads();
    var base = Double.isNaN(first) || panel.isLevel(line) ? null : line.at(first);
    if (base == null) {
      return null;
    }
    return switch (this) {
      case THROUGHPUT -> throughput(panel, point);
      case SPEED_UP -> speedUp(panel, point, base);
      case EFFICIENCY -> speedUp(panel, point, base).times(PERCENT * first / point.position());
      case UTILISATION -> utilisation(panel, point);
      case CPU_INFLATION -> inflation(point, base);
    };
  }

  private static @Nullable Reading throughput(Panel panel, Point point) {
    return panel.mode().higherIsBetter() || THROUGHPUT.unit(panel).isEmpty()
        ? null
        : summary(point, Throughput.of(point));
  }

  private static Reading speedUp(Panel panel, Point point, Point base) {
    var ratio = Speed.over(panel, point, base);
    return Reading.of(ratio, forksOver(point, Throughput.of(point), Throughput.of(base)));
  }

  private static @Nullable Reading inflation(Point point, Point base) {
    var ours = point.observations(Quantity.CPU);
    var theirs = base.observations(Quantity.CPU);
    if (ours.length == 0 || theirs.length == 0) {
      return null;
    }
    var ratio = point.equals(base) ? new Ratio(1, null) : Ratio.of(ours, theirs);
    return Reading.of(ratio, forksOver(point, ours, theirs));
  }

  /// Each fork over the mean of the base; none where no forks were kept.
  private static DoubleStream forksOver(Point point, double[] forks, double[] base) {
    return point.forkMeans(Quantity.SCORE).length == 0
        ? DoubleStream.empty()
        : Arrays.stream(forks).map(fork -> Ratio.of(new double[] {fork}, base).value());
  }

  /// Fork by fork, where each fork has both its time and its CPU time.
  private static @Nullable Reading utilisation(Panel panel, Point point) {
    var cpu = point.observations(Quantity.CPU);
    var throughput = Throughput.of(point);
    var scale =
        DisplayUnit.nanosecondsOf(panel.unit(Quantity.CPU))
            / DisplayUnit.nanosecondsOf(panel.unit(Quantity.SCORE));
    if (cpu.length != throughput.length || cpu.length == 0 || !Double.isFinite(scale)) {
      return null;
    }
    var shares = new double[cpu.length];
    Arrays.setAll(
        shares, fork -> PERCENT * scale * cpu[fork] * throughput[fork] / threads(panel, point));
    return summary(point, shares);
  }

  /// The threads that may work at a point: those of an operation, times JMH's own.
  private static double threads(Panel panel, Point point) {
    var jmh = point.series().identity().threads();
    return panel.axis() instanceof Axis.Parallelism ? point.position() * jmh : jmh;
  }

  private static Reading summary(Point point, double[] values) {
    var isRaw = point.forkMeans(Quantity.SCORE).length > 0;
    return Reading.of(Summary.of(values), isRaw ? values : new double[0]);
  }

  @Override
  public @Nullable DoubleUnaryOperator ideal(Panel panel) {
    var first = panel.firstThreads();
    return switch (this) {
      case THROUGHPUT -> idealThroughput(panel, first);
      case SPEED_UP -> position -> position / first;
      case EFFICIENCY, UTILISATION -> _ -> PERCENT;
      case CPU_INFLATION -> _ -> 1;
    };
  }

  private static @Nullable DoubleUnaryOperator idealThroughput(Panel panel, double first) {
    var best =
        panel.lines().stream()
            .filter(line -> !panel.isLevel(line))
            .map(line -> line.at(first))
            .filter(Objects::nonNull)
            .mapToDouble(point -> Summary.of(Throughput.of(point)).mean())
            .max();
    return best.isEmpty() ? null : position -> best.getAsDouble() * position / first;
  }
}
