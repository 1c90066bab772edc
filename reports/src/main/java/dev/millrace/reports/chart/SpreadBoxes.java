package dev.millrace.reports.chart;

import dev.millrace.reports.chart.RowPlot.Dot;
import dev.millrace.reports.chart.RowPlot.Span;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;

/// Draws [SpreadRow]s as boxes: the quartiles with whiskers, the median a light line in the box,
/// the fork's mean an upright stroke, dots for what the box leaves out.
final class SpreadBoxes {
  private static final Shape DOT = new Ellipse2D.Double(-1.5, -1.5, 3, 3);
  private static final Shape MEDIAN = new Rectangle2D.Double(-0.8, -3, 1.6, 6);
  private static final Shape MEAN = new Rectangle2D.Double(-1.2, -5, 2.4, 10);
  private static final double USED = 0.8;
  private static final double THICK = 0.28;
  private static final double LEAST_REACH = 1;
  private static final double MOST_REACH = 4;
  private static final double EDGE = 0.992;

  private final List<SpreadRow> rows;
  private final double reach;
  private final List<Span> whiskers = new ArrayList<>();
  private final List<Span> boxes = new ArrayList<>();
  private final List<Dot> medians = new ArrayList<>();
  private final List<Dot> means = new ArrayList<>();
  private final List<Dot> dots = new ArrayList<>();

  SpreadBoxes(List<SpreadRow> rows) {
    this.rows = List.copyOf(rows);
    this.reach = reach(rows);
    for (var row = 0; row < rows.size(); row++) {
      var forks = rows.get(row).forks();
      for (var fork : forks) {
        var within = (fork.number() - 0.5) / forks.size() - 0.5;
        add(fork, row + within * USED, USED / forks.size() * THICK);
      }
    }
  }

  /// One row that reaches far beyond most others is cut, so that these can be read.
  private static double reach(List<SpreadRow> rows) {
    var reaches = rows.stream().mapToDouble(SpreadRow::reach).sorted().toArray();
    var usual = reaches[reaches.length / 2];
    var reach = Math.min(reaches[reaches.length - 1], usual * MOST_REACH);
    return Math.max(LEAST_REACH, reach) * 1.06;
  }

  private void add(ForkSpread fork, double place, double half) {
    var box = fork.box();
    if (box != null) {
      whiskers.add(new Span(place, 0, box.low(), box.high()));
      boxes.add(new Span(place, half, box.lowerQuartile(), box.upperQuartile()));
      medians.add(new Dot(place, box.median()));
    }
    means.add(new Dot(place, fork.mean()));
    fork.dots().forEach(value -> dots.add(new Dot(place, value)));
  }

  /// The chart, without title.
  JFreeChart chart() {
    var names = rows.stream().map(row -> row.entry().name()).toList();
    var label = "difference from the mean over forks, %";
    var plot = new RowPlot(names, label, new Range(-reach, reach));
    plot.level(0);
    plot.whiskers(whiskers);
    plot.bars(boxes, Style.BAR);
    plot.dots(inside(), DOT, Style.FAINT);
    plot.dots(medians, MEDIAN, Style.PAPER);
    plot.dots(means, MEAN, Style.INK);
    return plot.chart();
  }

  /// What the boxes leave out, as far as the axis reaches.
  private List<Dot> inside() {
    var edge = reach * EDGE;
    return dots.stream()
        .map(dot -> new Dot(dot.row(), Math.clamp(dot.value(), -edge, edge)))
        .toList();
  }

  /// How to read it.
  String words() {
    var beyond = dots.stream().filter(dot -> Math.abs(dot.value()) > reach).count();
    var drawn =
        boxes.isEmpty()
            ? "dots: iterations · black: fork mean"
            : "boxes: quartiles within the fork · white: median · black: fork mean";
    return beyond == 0 ? drawn : drawn + " · " + beyond + " beyond the axis at its ends";
  }

  /// Every number that is drawn.
  List<Datum> data(String panel, String quantity) {
    var numbers = new Numbers(panel, quantity + ", difference from the mean over forks", "%");
    for (var row : rows) {
      for (var fork : row.forks()) {
        add(numbers, row.entry(), fork);
      }
    }
    return numbers.data();
  }

  private static void add(Numbers numbers, Entry entry, ForkSpread fork) {
    var line = entry.line();
    var at = entry.position();
    numbers.ofFork(line, at, "mean", fork.number(), fork.mean());
    var box = fork.box();
    if (box != null) {
      numbers.ofFork(line, at, "low", fork.number(), box.low());
      numbers.ofFork(line, at, "lower quartile", fork.number(), box.lowerQuartile());
      numbers.ofFork(line, at, "median", fork.number(), box.median());
      numbers.ofFork(line, at, "upper quartile", fork.number(), box.upperQuartile());
      numbers.ofFork(line, at, "high", fork.number(), box.high());
    }
    fork.dots().forEach(dot -> numbers.ofFork(line, at, "iteration", fork.number(), dot));
  }
}
