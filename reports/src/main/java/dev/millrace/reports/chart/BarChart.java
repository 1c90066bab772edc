package dev.millrace.reports.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws a [Plot] without an axis: a lying bar for each line, from zero, forks as dots on it.
final class BarChart {
  private static final Ellipse2D DOT = new Ellipse2D.Double(-1.9, -1.9, 3.8, 3.8);
  private static final double THICKNESS = 0.62;
  private static final double HEADROOM = 1.08;
  private static final double MOST_INTERVAL = 1.5;
  private static final int MOST_LETTERS = 48;

  private final Plot plot;
  private final double top;

  private BarChart(Plot plot) {
    this.plot = plot;
    this.top = top(plot);
  }

  /// The chart, without title and legend.
  static JFreeChart of(Plot plot) {
    return new BarChart(plot).chart();
  }

  /// The height a chart of that many bars needs.
  static int height(Plot plot) {
    return 58 + 22 * Math.max(1, plot.curves().size());
  }

  private JFreeChart chart() {
    var drawing = new XYPlot(null, names(), scores(), null);
    drawing.setOrientation(PlotOrientation.HORIZONTAL);
    drawing.setBackgroundPaint(Style.PAPER);
    drawing.setOutlineVisible(false);
    drawing.setDomainGridlinesVisible(false);
    drawing.setRangeGridlinePaint(Style.GRID);
    drawing.setRangeGridlineStroke(Pen.stroke(1f));
    addForks(drawing);
    addIntervals(drawing);
    addBars(drawing);
    var chart = new JFreeChart(null, Style.LABEL, drawing, false);
    chart.setBackgroundPaint(Style.PAPER);
    return chart;
  }

  private SymbolAxis names() {
    var labels = plot.curves().stream().map(Plot.Curve::name).map(BarChart::shortened);
    var axis = new SymbolAxis(null, labels.toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setRange(-0.6, plot.curves().size() - 0.4);
    axis.setTickLabelFont(Style.TICK);
    axis.setTickLabelPaint(Style.INK);
    axis.setTickMarksVisible(false);
    axis.setAxisLinePaint(Style.FAINT);
    return axis;
  }

  private NumberAxis scores() {
    var axis = new NumberAxis(plot.label());
    axis.setRange(0, top);
    axis.setLabelFont(Style.LABEL);
    axis.setLabelPaint(Style.INK);
    axis.setTickLabelFont(Style.TICK);
    axis.setTickLabelPaint(Style.INK);
    axis.setAxisLinePaint(Style.FAINT);
    axis.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
    axis.setNumberFormatOverride(Axes.number());
    return axis;
  }

  private void addForks(XYPlot drawing) {
    var series = new XYSeries("forks", false);
    for (var row = 0; row < plot.curves().size(); row++) {
      for (var spot : plot.curves().get(row).spots()) {
        addForks(series, row, spot.forks());
      }
    }
    var renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    renderer.setSeriesPaint(0, Style.INK);
    renderer.setSeriesShape(0, DOT);
    drawing.setDataset(0, new XYSeriesCollection(series));
    drawing.setRenderer(0, renderer);
  }

  private static void addForks(XYSeries series, int row, List<Double> forks) {
    for (var fork = 0; fork < forks.size(); fork++) {
      var within = (fork + 0.5) / forks.size() - 0.5;
      series.add(row + within * THICKNESS * 0.7, (double) forks.get(fork));
    }
  }

  private void addIntervals(XYPlot drawing) {
    var series = new XYIntervalSeries("intervals");
    for (var row = 0; row < plot.curves().size(); row++) {
      for (var spot : plot.curves().get(row).spots()) {
        var interval = spot.interval();
        if (interval != null) {
          var low = Math.clamp(interval.low(), 0, top);
          series.add(row, row, row, spot.mean(), low, Math.clamp(interval.high(), 0, top));
        }
      }
    }
    var data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    var renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultShapesVisible(false);
    renderer.setErrorStroke(Pen.stroke(1.2f));
    renderer.setSeriesPaint(0, Style.INK);
    drawing.setDataset(1, data);
    drawing.setRenderer(1, renderer);
  }

  private void addBars(XYPlot drawing) {
    var series = new XYIntervalSeries("means");
    for (var row = 0; row < plot.curves().size(); row++) {
      for (var spot : plot.curves().get(row).spots()) {
        var half = THICKNESS / 2;
        series.add(row, row - half, row + half, spot.mean(), 0, spot.mean());
      }
    }
    var data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    var renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(true);
    renderer.setSeriesPaint(0, new Color(0x9DB7D9));
    drawing.setDataset(2, data);
    drawing.setRenderer(2, renderer);
  }

  private static double top(Plot plot) {
    var greatest = plot.greatest();
    var bars =
        plot.spots()
            .map(Plot.Spot::interval)
            .mapToDouble(interval -> interval == null ? 0 : interval.high())
            .max()
            .orElse(0);
    return Math.max(greatest * HEADROOM, Math.min(bars * 1.03, greatest * MOST_INTERVAL));
  }

  /// A name that leaves room for its bar; the whole name is in the CSV and on the page.
  private static String shortened(String name) {
    return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
  }
}
