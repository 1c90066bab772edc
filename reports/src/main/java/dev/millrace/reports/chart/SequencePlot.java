package dev.millrace.reports.chart;

import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.WarmUp;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws a [Sequence]: iterations joined within their fork, forks side by side, the mean of each as
/// a level, what has not yet settled shaded.
final class SequencePlot {
  private static final Shape DOT = new Ellipse2D.Double(-1.7, -1.7, 3.4, 3.4);
  private static final BasicStroke THIN = Pen.stroke(0.8f);
  private static final BasicStroke LEVEL = Pen.stroke(2f);
  private static final double ROOM = 0.08;

  /// More iterations than that are a line without dots.
  private static final int MOST_DOTS = 120;

  private final Sequence sequence;
  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
  private final XYPlot drawing;

  private SequencePlot(Sequence sequence) {
    this.sequence = sequence;
    this.drawing = new XYPlot(data, iterations(), scores(), renderer);
  }

  /// The chart, without title.
  static JFreeChart of(Sequence sequence) {
    return new SequencePlot(sequence).chart();
  }

  private JFreeChart chart() {
    drawing.setBackgroundPaint(Style.PAPER);
    drawing.setOutlineVisible(false);
    drawing.setDomainGridlinesVisible(false);
    drawing.setRangeGridlinePaint(Style.GRID);
    drawing.setRangeGridlineStroke(Pen.stroke(1f));
    renderer.setDrawOutlines(false);
    renderer.setDefaultShapesVisible(count() <= MOST_DOTS);
    renderer.setDrawSeriesLineAsPath(true);
    var from = 0;
    for (var fork : sequence.forks()) {
      add(fork, from);
      from += fork.length;
    }
    var chart = new JFreeChart(null, Style.LABEL, drawing, false);
    chart.setBackgroundPaint(Style.PAPER);
    return chart;
  }

  private void add(double[] fork, int from) {
    var index = data.getSeriesCount();
    var series = new XYSeries("fork " + (index + 1), false);
    for (var i = 0; i < fork.length; i++) {
      series.add(from + i + 1, fork[i]);
    }
    data.addSeries(series);
    renderer.setSeriesPaint(index, Style.BAR);
    renderer.setSeriesStroke(index, THIN);
    renderer.setSeriesShape(index, DOT);
    var mean = Mean.of(fork);
    drawing.addAnnotation(
        new XYLineAnnotation(
            from + 0.6, mean, from + fork.length + 0.4, mean, LEVEL, Style.REFERENCE));
    var settled = WarmUp.length(fork);
    if (settled > 0) {
      var shade = new IntervalMarker(from + 0.5, from + settled + 0.5, Style.GRID);
      drawing.addDomainMarker(shade, Layer.BACKGROUND);
    }
    if (from > 0) {
      var between = new ValueMarker(from + 0.5, Style.IDEAL, THIN);
      drawing.addDomainMarker(between, Layer.BACKGROUND);
    }
  }

  private NumberAxis iterations() {
    var axis = new NumberAxis(sequence.words());
    axis.setRange(0.4, count() + 0.6);
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    Style.dressed(axis, Style.NOTE, Style.NOTE);
    return axis;
  }

  private int count() {
    return sequence.forks().stream().mapToInt(fork -> fork.length).sum();
  }

  private NumberAxis scores() {
    var axis = new NumberAxis(sequence.unit());
    var values = sequence.forks().stream().flatMapToDouble(Arrays::stream).summaryStatistics();
    var apart = values.getMax() - values.getMin();
    var room = apart > 0 ? apart * ROOM : Math.max(Math.abs(values.getMax()) * ROOM, 1e-9);
    axis.setRange(values.getMin() - room, values.getMax() + room);
    axis.setNumberFormatOverride(Axes.number());
    return Style.dressed(axis, Style.TICK, Style.NOTE);
  }
}
