package dev.millrace.reports.chart;

import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.trend.Change;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws a [TrendPlot]: a dot for each run, joined unless runs between lack it, its levels as thick
/// lines, and a mark at each change with its size.
final class TrendChart {
  private static final Color DOTS = new Color(0x52606D);
  private static final BasicStroke THIN = Pen.stroke(1f);
  private static final BasicStroke LEVEL = Pen.stroke(2.6f);
  private static final BasicStroke CHANGE = Pen.stroke(1.2f, 4, 3);
  private static final int MANY = 120;

  private final TrendPlot plot;
  private final XYPlot drawing;

  private TrendChart(TrendPlot plot) {
    this.plot = plot;
    this.drawing = new XYPlot(null, runs(), scores(), null);
  }

  /// The chart, without a title.
  static JFreeChart of(TrendPlot plot) {
    return new TrendChart(plot).chart();
  }

  private JFreeChart chart() {
    Style.dressLevels(drawing);
    addLevels();
    addRuns();
    for (var i = 0; i < plot.changes().size(); i++) {
      addMark(plot.changes().get(i), i);
    }
    return Style.chart(drawing);
  }

  private NumberAxis runs() {
    var axis = styled(new NumberAxis("run"));
    axis.setRange(0.4, plot.runs() + 0.6);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    return axis;
  }

  private NumberAxis scores() {
    var axis = styled(new NumberAxis(plot.label() + ", not from 0"));
    axis.setRange(plot.low(), plot.high());
    axis.setNumberFormatOverride(Axes.number());
    return axis;
  }

  private static NumberAxis styled(NumberAxis axis) {
    axis.setAutoRangeIncludesZero(false);
    return Style.dressed(axis, Style.TICK, Style.TICK);
  }

  private void addRuns() {
    var series = new XYSeries("runs", false);
    var next = 1;
    for (var spot : plot.spots()) {
      if (spot.run() > next) {
        series.add(spot.run() - 0.5, Double.NaN);
      }
      series.add(spot.run(), spot.value());
      next = spot.run() + 1;
    }
    var renderer = new XYLineAndShapeRenderer(true, true);
    var radius = plot.runs() > MANY ? 1.3 : 2.4;
    renderer.setSeriesShape(0, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    renderer.setSeriesPaint(0, Style.IDEAL);
    renderer.setSeriesStroke(0, THIN);
    renderer.setUseFillPaint(true);
    renderer.setSeriesFillPaint(0, DOTS);
    renderer.setDrawOutlines(false);
    renderer.setDrawSeriesLineAsPath(true);
    drawing.setDataset(1, new XYSeriesCollection(series));
    drawing.setRenderer(1, renderer);
  }

  private void addLevels() {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, false);
    for (var i = 0; i < plot.levels().size(); i++) {
      var level = plot.levels().get(i);
      var series = new XYSeries(String.valueOf(i), false);
      series.add(level.first() - 0.4, level.value());
      series.add(level.last() + 0.4, level.value());
      renderer.setSeriesPaint(i, i == 0 ? Style.INK : colour(plot.changes().get(i - 1)));
      renderer.setSeriesStroke(i, LEVEL);
      data.addSeries(series);
    }
    drawing.setDataset(0, data);
    drawing.setRenderer(0, renderer);
  }

  /// A change's colour is that of a regression or an improvement.
  private static Color colour(Change change) {
    return VerdictPens.of(change.isWorse() ? Verdict.REGRESSED : Verdict.IMPROVED).colour();
  }

  /// Labels of neighbours stand in two rows, so that they seldom meet.
  private void addMark(Change change, int index) {
    var marker = new ValueMarker(change.run() + 0.5, colour(change), CHANGE);
    marker.setLabel(Decimal.change(change.ratio()));
    marker.setLabelFont(Style.NOTE);
    marker.setLabelPaint(colour(change));
    marker.setLabelBackgroundColor(Style.PAPER);
    marker.setLabelOffset(new RectangleInsets(1 + index % 2 * 12, 4, 2, 4));
    var atRight = change.run() > 0.8 * plot.runs();
    marker.setLabelAnchor(atRight ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(atRight ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    drawing.addDomainMarker(marker, Layer.FOREGROUND);
  }
}
