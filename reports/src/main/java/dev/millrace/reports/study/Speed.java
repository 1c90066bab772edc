package dev.millrace.reports.study;

import dev.millrace.reports.statistics.Ratio;

/// How many times as fast one point is as another, by its score.
final class Speed {
  private Speed() {}

  /// The speed of a point over that of a base: above 1, the point is faster.
  ///
  /// A point over itself is 1 without an interval. JMH averages time over its own threads, so there
  /// more threads do more work in the same time.
  static Ratio over(Panel panel, Point point, Point base) {
    if (point.equals(base)) {
      return new Ratio(1, null);
    }
    var ours = point.observations(Quantity.SCORE);
    var theirs = base.observations(Quantity.SCORE);
    if (panel.mode().higherIsBetter()) {
      return Ratio.of(ours, theirs);
    }
    var ratio = Ratio.of(theirs, ours);
    return panel.axis() instanceof Axis.JmhThreads
        ? ratio.times(point.position() / base.position())
        : ratio;
  }
}
