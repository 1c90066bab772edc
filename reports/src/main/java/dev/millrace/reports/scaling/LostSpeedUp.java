package dev.millrace.reports.scaling;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.scaling.CoreTime.Workers;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Line;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a line of a panel is not as fast at a position as its one worker times the workers.
///
/// Made of means over forks. A panel has them where its axis counts workers (the engine's
/// parallelism, or JMH's threads), and a line where it was measured at 1 and beyond.
///
/// @param position workers, as the axis counts them
public record LostSpeedUp(String line, double position, Split split) {
  /// All that a panel has, line by line.
  public static List<LostSpeedUp> of(Panel panel, Environment.Machine machine) {
    var axis = panel.axis();
    if (!(axis instanceof Axis.Parallelism) && !(axis instanceof Axis.JmhThreads)) {
      return List.of();
    }
    var all = new ArrayList<LostSpeedUp>();
    for (var line : panel.lines()) {
      var one = line.at(1);
      if (one != null) {
        beyondOne(line)
            .map(point -> of(line, point, split(axis, one, point, cores(machine))))
            .filter(Objects::nonNull)
            .forEach(all::add);
      }
    }
    return all;
  }

  /// How many threads the machine runs at once; infinite when it is not known.
  public static double cores(Environment.Machine machine) {
    var logical = machine.logicalCores();
    var quota = machine.cgroupCpuQuota();
    return Math.min(
        logical == null ? Double.POSITIVE_INFINITY : logical,
        quota == null ? Double.POSITIVE_INFINITY : quota);
  }

  private static Stream<Point> beyondOne(Line line) {
    return line.points().stream().filter(point -> point.position() > 1);
  }

  private static @Nullable LostSpeedUp of(Line line, Point point, @Nullable Split split) {
    return split == null ? null : new LostSpeedUp(line.name(), point.position(), split);
  }

  private static @Nullable Split split(Axis axis, Point one, Point point, double cores) {
    var base = coreTime(axis, one, cores);
    var more = coreTime(axis, point, cores);
    return base == null || more == null ? null : Split.of(base, more);
  }

  private static @Nullable CoreTime coreTime(Axis axis, Point point, double cores) {
    var threads = point.series().identity().threads();
    var count = axis instanceof Axis.JmhThreads ? threads : threads * point.position();
    return CoreTime.of(point.series(), new Workers(count, cores), LostSpeedUp::mean);
  }

  /// The mean over forks; what JMH printed, where no fork was kept.
  private static double mean(Metric metric) {
    var forks = metric.forkMeans();
    return forks.length == 0 ? metric.score() : Mean.of(forks);
  }
}
