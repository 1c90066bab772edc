package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.text.Decimal;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/// Draws [Bars]: a lying bar for each line, from zero, forks as dots on it, its number in words
/// behind it, and a dashed line down from the reference.
final class BarChart {
  private static final Ellipse2D DOT = new Ellipse2D.Double(-1.9, -1.9, 3.8, 3.8);
  private static final double HALF = 0.31;
  private static final double FORKS = 0.43;
  private static final double MOST_INTERVAL = 1.5;
  private static final double WORDS = 1.2;

  private final Bars bars;

  private BarChart(Bars bars) {
    this.bars = bars;
  }

  /// A figure of bars.
  ///
  /// @param conditions what all bars share
  static Figure figure(String name, Bars bars, String conditions) {
    var place = new Rectangle(8, 50, 760, 58 + 22 * Math.max(1, bars.bars().size()));
    var cell = new Cell(new BarChart(bars).chart()::draw, place, "", bars.data());
    var reference = bars.reference();
    var heading =
        Heading.of(
            bars.panel() + ": " + bars.quantity(),
            conditions,
            "dots: forks",
            "whiskers: 95 % intervals over forks",
            reference == null ? "" : "dashed: " + reference.line());
    return new Figure(name, heading, List.of(cell), null);
  }

  private JFreeChart chart() {
    var reach = reach();
    var names = bars.bars().stream().map(bars::name).toList();
    var rows = new RowPlot(names, bars.label(), new Range(0, reach * WORDS));
    var reference = bars.reference();
    var others = bars.bars().stream().filter(bar -> !bar.equals(reference)).toList();
    rows.bars(spans(others), Style.BAR);
    if (reference != null) {
      rows.bars(spans(List.of(reference)), Style.REFERENCE);
      rows.level(reference.spot().mean());
    }
    rows.whiskers(intervals(reach));
    rows.dots(forks(), DOT, Style.INK);
    for (var row = 0; row < names.size(); row++) {
      var spot = bars.bars().get(row).spot();
      rows.words(new RowPlot.Dot(row, Math.min(end(spot), reach)), words(spot));
    }
    return rows.chart();
  }

  private List<RowPlot.Span> spans(List<Bars.Bar> shown) {
    return shown.stream()
        .map(bar -> new RowPlot.Span(bars.bars().indexOf(bar), HALF, 0, bar.spot().mean()))
        .toList();
  }

  private List<RowPlot.Span> intervals(double reach) {
    var spans = new ArrayList<RowPlot.Span>();
    for (var row = 0; row < bars.bars().size(); row++) {
      var interval = bars.bars().get(row).spot().interval();
      if (interval != null) {
        var high = Math.min(interval.high(), reach);
        spans.add(new RowPlot.Span(row, 0, interval.low(), high));
      }
    }
    return spans;
  }

  private List<RowPlot.Dot> forks() {
    var dots = new ArrayList<RowPlot.Dot>();
    for (var row = 0; row < bars.bars().size(); row++) {
      var forks = bars.bars().get(row).spot().forks();
      for (var fork = 0; fork < forks.size(); fork++) {
        var within = (fork + 0.5) / forks.size() - 0.5;
        dots.add(new RowPlot.Dot(row + within * FORKS, forks.get(fork)));
      }
    }
    return dots;
  }

  /// The mean with half its interval, as `41.2 ± 1.1`.
  private static String words(Plot.Spot spot) {
    var interval = spot.interval();
    var mean = Decimal.mean(spot.mean(), interval, 3);
    return interval == null || !(interval.halfWidth() > 0)
        ? mean
        : mean + " ± " + Decimal.significant(interval.halfWidth(), 2);
  }

  /// How far bars, forks and intervals reach; an interval far beyond the greatest bar is cut.
  private double reach() {
    var greatest = bars.bars().stream().mapToDouble(bar -> marks(bar.spot())).max().orElse(1);
    var intervals = bars.bars().stream().mapToDouble(bar -> end(bar.spot())).max().orElse(1);
    var reach = Math.min(intervals, greatest * MOST_INTERVAL);
    return reach > 0 ? reach : 1;
  }

  /// Where the greatest of mean and forks is.
  private static double marks(Plot.Spot spot) {
    return spot.forks().stream().mapToDouble(fork -> fork).reduce(spot.mean(), Math::max);
  }

  private static double end(Plot.Spot spot) {
    return Math.max(marks(spot), high(spot.interval()));
  }

  private static double high(@Nullable Interval interval) {
    return interval == null ? 0 : interval.high();
  }
}
