package dev.millrace.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws a [Sequence]: iterations joined within their fork, forks side by side, the mean of each as
/// a level. Warm-up is hollow and on a tint, a dashed upright where the fork has settled within it;
/// what was measured and had not yet settled is shaded.
final class SequencePlot {
  private static final Color TINT = new Color(0xFFF1D6);
  private static final Shape DOT = circle(1.7);
  private static final Shape RING = ring();
  private static final Shape UP = triangle(-1);
  private static final Shape DOWN = triangle(1);
  private static final BasicStroke THIN = Pen.stroke(0.8f);
  private static final BasicStroke DASHED = Pen.stroke(1f, 3, 2);
  private static final BasicStroke LEVEL = Pen.stroke(2f);

  /// More iterations than that are a line without dots.
  private static final int MOST_DOTS = 120;

  private final Sequence sequence;
  private final ScoreSpan span;
  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
  private final XYPlot drawing;
  private final XYSeries measured = new XYSeries("measured", false);
  private final XYSeries warmUp = new XYSeries("warm-up", false);
  private final XYSeries above = new XYSeries("warm-up above the axis", false);
  private final XYSeries below = new XYSeries("warm-up below the axis", false);

  private SequencePlot(Sequence sequence, double width) {
    this.sequence = sequence;
    this.span = sequence.span();
    this.drawing = new XYPlot(data, iterations(width), scores(), renderer);
  }

  /// The chart, without title.
  ///
  /// @param width that there is for its words
  static JFreeChart of(Sequence sequence, double width) {
    return new SequencePlot(sequence, width).chart();
  }

  private JFreeChart chart() {
    drawing.setBackgroundPaint(Style.PAPER);
    drawing.setOutlineVisible(false);
    drawing.setDomainGridlinesVisible(false);
    drawing.setRangeGridlinePaint(Style.GRID);
    drawing.setRangeGridlineStroke(Pen.stroke(1f));
    renderer.setDrawOutlines(false);
    renderer.setDrawSeriesLineAsPath(true);
    var from = 0;
    for (var fork : sequence.forks()) {
      line(fork, from);
      marks(fork, from);
      from += fork.values().length;
    }
    var hasDots = count() <= MOST_DOTS;
    dots(measured, DOT, hasDots);
    dots(warmUp, RING, hasDots);
    dots(above, UP, true);
    dots(below, DOWN, true);
    var chart = new JFreeChart(null, Style.LABEL, drawing, false);
    chart.setBackgroundPaint(Style.PAPER);
    return chart;
  }

  private void line(ForkSequence fork, int from) {
    var index = data.getSeriesCount();
    var line = new XYSeries("fork " + (index + 1), false);
    for (var i = 0; i < fork.values().length; i++) {
      var score = fork.values()[i];
      var shown = span.place(score);
      line.add(from + i + 1, shown);
      kind(score, i < fork.warmUp()).add(from + i + 1, shown);
    }
    data.addSeries(line);
    renderer.setSeriesPaint(index, Style.BAR);
    renderer.setSeriesStroke(index, THIN);
    renderer.setSeriesShapesVisible(index, false);
  }

  private XYSeries kind(double score, boolean isWarmUp) {
    if (!isWarmUp) {
      return measured;
    }
    return !span.isBeyond(score) ? warmUp : score > span.to() ? above : below;
  }

  private void dots(XYSeries dots, Shape shape, boolean areVisible) {
    var index = data.getSeriesCount();
    data.addSeries(dots);
    renderer.setSeriesPaint(index, Style.BAR);
    renderer.setSeriesShape(index, shape);
    renderer.setSeriesLinesVisible(index, false);
    renderer.setSeriesShapesVisible(index, areVisible);
  }

  private void marks(ForkSequence fork, int from) {
    var start = from + 0.5;
    var counted = start + fork.warmUp();
    var settling = fork.settling();
    if (fork.warmUp() > 0) {
      behind(new IntervalMarker(start, counted, TINT));
    }
    if (settling.isLate()) {
      behind(new IntervalMarker(counted, start + settling.length(), Style.GRID));
    } else if (settling.length() > 0) {
      behind(new ValueMarker(start + settling.length(), Style.FAINT, DASHED));
    }
    if (from > 0) {
      behind(new ValueMarker(start, Style.IDEAL, THIN));
    }
    var end = start + fork.values().length;
    var mean = fork.mean();
    drawing.addAnnotation(
        new XYLineAnnotation(counted + 0.1, mean, end - 0.1, mean, LEVEL, Style.REFERENCE));
  }

  private void behind(Marker marker) {
    drawing.addDomainMarker(marker, Layer.BACKGROUND);
  }

  private NumberAxis iterations(double width) {
    var axis = new NumberAxis(Figure.fitted(sequence.words(), Style.NOTE, width));
    axis.setRange(0.4, count() + 0.6);
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    Style.dressed(axis, Style.NOTE, Style.NOTE);
    return axis;
  }

  private int count() {
    return sequence.forks().stream().mapToInt(fork -> fork.values().length).sum();
  }

  private NumberAxis scores() {
    var axis = new NumberAxis(sequence.unit());
    axis.setRange(span.low(), span.high());
    axis.setNumberFormatOverride(Axes.number());
    return Style.dressed(axis, Style.TICK, Style.NOTE);
  }

  private static Shape circle(double radius) {
    return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }

  private static Shape ring() {
    var ring = new Area(circle(2.1));
    ring.subtract(new Area(circle(1.2)));
    return ring;
  }

  private static Shape triangle(int tip) {
    var triangle = new Path2D.Double();
    triangle.moveTo(0, 3.2 * tip);
    triangle.lineTo(3, -2.2 * tip);
    triangle.lineTo(-3, -2.2 * tip);
    triangle.closePath();
    return triangle;
  }
}
