package dev.millrace.reports.study;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One engine, or whatever else is compared: its points in the order of the axis.
public record Line(String name, List<Point> points) {
  public Line {
    points = points.stream().sorted(Comparator.comparingDouble(Point::position)).toList();
  }

  /// The point at a position, or null.
  public @Nullable Point at(double position) {
    return points.stream().filter(each -> each.position() == position).findFirst().orElse(null);
  }
}
