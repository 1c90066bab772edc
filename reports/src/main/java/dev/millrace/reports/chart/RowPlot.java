package dev.millrace.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// A plot of named rows from top to bottom over one numeric axis: what is added later lies on top.
///
/// Rows are counted from 0; whatever leaves the axis is cut at its ends.
final class RowPlot {
  private static final BasicStroke DASHED = Pen.stroke(1.2f, 5, 4);

  private final XYPlot drawing;
  private final Range range;
  private int layers;

  /// A dot in a row, or between two.
  record Dot(double row, double value) {}

  /// From one value to another in a row, so thick on either side, in rows.
  record Span(double row, double half, double low, double high) {}

  /// An empty plot.
  ///
  /// @param label what the axis counts, with its unit
  RowPlot(List<String> names, String label, Range range) {
    this.range = range;
    this.drawing = new XYPlot(null, Style.rows(names), numbers(label, range), null);
    drawing.setOrientation(PlotOrientation.HORIZONTAL);
    drawing.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    Style.dressLevels(drawing);
  }

  private static NumberAxis numbers(String label, Range range) {
    var axis = new NumberAxis(label);
    axis.setRange(range);
    Style.dressed(axis, Style.LABEL, Style.TICK);
    axis.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
    axis.setNumberFormatOverride(Axes.number());
    return axis;
  }

  /// Filled bars.
  void bars(List<Span> spans, Color colour) {
    var renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(true);
    renderer.setSeriesPaint(0, colour);
    add(intervals(spans), renderer);
  }

  /// Thin lines with ends.
  void whiskers(List<Span> spans) {
    var renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultShapesVisible(false);
    renderer.setErrorStroke(Pen.stroke(1.2f));
    renderer.setSeriesPaint(0, Style.INK);
    add(intervals(spans), renderer);
  }

  /// Filled marks.
  void dots(List<Dot> dots, Shape shape, Color colour) {
    var series = new XYSeries("dots", false);
    dots.forEach(dot -> series.add(dot.row(), range.constrain(dot.value())));
    var renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesShape(0, shape);
    add(new XYSeriesCollection(series), renderer);
  }

  /// A dashed line through all rows.
  void level(double value) {
    var marker = new ValueMarker(value, Style.FAINT, DASHED);
    drawing.addRangeMarker(marker, Layer.FOREGROUND);
  }

  /// Words to the right of a value.
  void words(Dot at, String text) {
    var words = new XYTextAnnotation("  " + text, at.row(), range.constrain(at.value()));
    words.setFont(Style.NOTE);
    words.setPaint(Style.INK);
    words.setTextAnchor(TextAnchor.CENTER_LEFT);
    drawing.addAnnotation(words);
  }

  /// The plot as a chart, without title and legend.
  JFreeChart chart() {
    return Style.chart(drawing);
  }

  private XYIntervalSeriesCollection intervals(List<Span> spans) {
    var series = new XYIntervalSeries("spans");
    for (var span : spans) {
      var low = range.constrain(span.low());
      var high = range.constrain(span.high());
      series.add(span.row(), span.row() - span.half(), span.row() + span.half(), high, low, high);
    }
    var data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private void add(XYDataset data, XYItemRenderer renderer) {
    drawing.setDataset(layers, data);
    drawing.setRenderer(layers, renderer);
    layers++;
  }
}
