package dev.millrace.reports.study;

import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What belongs on one pair of axes: one benchmark class, mode and unit, and the lines compared.
///
/// Without an axis every line has one point and the panel is drawn as bars.
public record Panel(
    String title, String conditions, Family family, @Nullable Axis axis, List<Line> lines) {
  public Panel {
    lines = List.copyOf(lines);
  }

  /// What all series of a panel share.
  public record Family(String qualifiedClass, Mode mode, String unit) {
    /// The class without its package.
    public String className() {
      return qualifiedClass.substring(qualifiedClass.lastIndexOf('.') + 1);
    }

    /// Whether the benchmark measures the machine itself.
    public boolean isControl() {
      return className().equals("ControlBenchmark");
    }
  }

  /// The same panel under another title.
  Panel titled(String other) {
    return new Panel(other, conditions, family, axis, lines);
  }

  /// The mode of every series in the panel.
  public Mode mode() {
    return family.mode();
  }

  /// Every point of every line.
  public Stream<Point> points() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  /// Whether any series has the quantity.
  public boolean has(Quantity quantity) {
    return points().anyMatch(point -> quantity.of(point.series()) != null);
  }

  /// The positions that occur, ascending.
  public double[] positions() {
    return points().mapToDouble(Point::position).distinct().sorted().toArray();
  }

  /// The greatest position; 1 when there is no axis.
  public double lastPosition() {
    return DoubleStream.of(positions()).filter(Double::isFinite).max().orElse(1);
  }

  /// The least number of threads at which a line starts that goes on from there, 1 at least; NaN on
  /// an axis that does not count threads, and where no line goes on.
  double firstThreads() {
    var counts = axis instanceof Axis.Parallelism || axis instanceof Axis.JmhThreads;
    return lines.stream()
        .filter(line -> counts && line.points().size() > 1)
        .mapToDouble(line -> line.points().getFirst().position())
        .filter(position -> position >= 1)
        .min()
        .orElse(Double.NaN);
  }

  /// Whether a line is a level: one point at the start while others go on.
  public boolean isLevel(Line line) {
    return axis != null
        && line.points().size() == 1
        && line.points().getFirst().position() == positions()[0]
        && positions().length > 1;
  }

  /// The unit of the quantity as it stands in the file.
  public String unit(Quantity quantity) {
    return points()
        .map(Point::series)
        .filter(series -> quantity.of(series) != null)
        .map(series -> unitOf(series, quantity))
        .findFirst()
        .orElse("");
  }

  /// The unit of a secondary metric as it stands in the file.
  public String unit(String secondary) {
    return points()
        .map(point -> point.series().secondary().get(secondary))
        .filter(Objects::nonNull)
        .map(Metric::unit)
        .findFirst()
        .orElse("");
  }

  private static String unitOf(Series series, Quantity quantity) {
    var metric = quantity.of(series);
    return metric == null ? "" : metric.unit();
  }
}
