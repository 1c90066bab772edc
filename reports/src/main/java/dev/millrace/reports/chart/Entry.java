package dev.millrace.reports.chart;

import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Point;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A point of a line, as charts that look at one series after another name it.
record Entry(String line, Point point) {
  /// All points of a panel, line by line.
  static List<Entry> of(Panel panel) {
    return panel.lines().stream()
        .flatMap(line -> line.points().stream().map(point -> new Entry(line.name(), point)))
        .toList();
  }

  /// The line, and where on the axis, if there is one.
  String name() {
    return Double.isNaN(point.position()) ? line : line + " at " + position();
  }

  /// Where on the axis, as the CSV says it.
  String position() {
    return Numbers.position(point.position());
  }

  /// At most so many of some things, the oddest ones, in the order they had.
  static <T> List<T> oddest(List<T> all, int most, ToDoubleFunction<T> oddness) {
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -oddness.applyAsDouble(all.get(i))))
        .limit(most)
        .sorted()
        .map(all::get)
        .toList();
  }
}
