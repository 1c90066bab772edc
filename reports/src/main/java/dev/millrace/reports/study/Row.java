package dev.millrace.reports.study;

import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One row of a panel's table. Null stands for what does not apply or was not measured.
///
/// @param others the other secondary metrics by their names
/// @param speedUp over the same line at position 1
/// @param efficiency the speed-up for each thread
/// @param overReference speed over the reference engine at the same task
public record Row(
    String line,
    double position,
    @Nullable Summary score,
    @Nullable Summary cpu,
    SortedMap<String, Summary> others,
    @Nullable Ratio speedUp,
    @Nullable Ratio efficiency,
    @Nullable Ratio overReference) {

  /// The rows of a panel, line by line.
  public static List<Row> of(Panel panel) {
    var rows = new ArrayList<Row>();
    for (var line : panel.lines()) {
      line.points().forEach(point -> rows.add(row(panel, line, point)));
    }
    return rows;
  }

  private static Row row(Panel panel, Line line, Point point) {
    var reference = Standing.reference(panel, point);
    var speedUp = speedUp(panel, line, point);
    return new Row(
        line.name(),
        point.position(),
        point.summary(Quantity.SCORE),
        point.summary(Quantity.CPU),
        others(point),
        speedUp,
        speedUp == null ? null : speedUp.times(1 / point.position()),
        reference == null ? null : Speed.over(panel, point, reference.point()));
  }

  /// All but the CPU time, which has a column of its own, its parts, and what is no number.
  private static SortedMap<String, Summary> others(Point point) {
    var others = new TreeMap<String, Summary>();
    for (var name : point.series().secondary().keySet()) {
      var summary = point.secondary(name);
      if (!isCpu(name) && summary != null && Double.isFinite(summary.mean())) {
        others.put(name, summary);
      }
    }
    return others;
  }

  private static boolean isCpu(String name) {
    return name.equals(Series.CPU) || name.startsWith(Series.CPU + ".");
  }

  private static @Nullable Ratio speedUp(Panel panel, Line line, Point point) {
    var base = line.at(1);
    var counts =
        panel.axis() instanceof Axis.Parallelism || panel.axis() instanceof Axis.JmhThreads;
    return base == null || !counts ? null : Speed.over(panel, point, base);
  }
}
