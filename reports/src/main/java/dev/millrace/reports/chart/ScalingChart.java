package dev.millrace.reports.chart;

import dev.millrace.reports.study.Axis;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws a [Plot] with an axis: means joined by lines, forks as dots, intervals as bars, the ideal
/// as a thin grey line, levels dashed across, cores as upright marks.
final class ScalingChart {
  private static final Ellipse2D DOT = new Ellipse2D.Double(-1.4, -1.4, 2.8, 2.8);
  private static final BasicStroke THIN = Pen.stroke(1f);
  private static final BasicStroke LEVEL = Pen.stroke(1f, 5, 4);
  private static final BasicStroke CORES = Pen.stroke(1f, 2, 3);

  private static final int NOTE_LINE = 13;
  private static final double NAME_SHARE = 0.12;
  private static final double LONGEST_NAME = 110;

  private final Plot plot;
  private final Pens pens;
  private final Axes axes;
  private final Dodge dodge;

  private ScalingChart(Plot plot, Pens pens, Axes axes) {
    this.plot = plot;
    this.pens = pens;
    this.axes = axes;
    this.dodge = new Dodge(plot, axes.isLogarithmic());
  }

  /// The chart, without title and legend.
  ///
  /// @param small whether it is one of many in a figure, with shorter labels
  static JFreeChart of(Plot plot, Pens pens, List<CoreMark> marks, boolean small) {
    return new ScalingChart(plot, pens, new Axes(plot, marks, small)).chart(marks);
  }

  private JFreeChart chart(List<CoreMark> marks) {
    var drawing = new XYPlot(null, axes.horizontal(), axes.vertical(), null);
    drawing.setBackgroundPaint(Style.PAPER);
    drawing.setOutlineVisible(false);
    drawing.setDomainGridlinesVisible(false);
    drawing.setRangeGridlinePaint(Style.GRID);
    drawing.setRangeGridlineStroke(THIN);
    addForks(drawing);
    addMeans(drawing);
    addIntervals(drawing);
    addIdeal(drawing);
    addLevels(drawing);
    for (var row = 0; row < marks.size(); row++) {
      addMark(drawing, marks.get(row), row);
    }
    var chart = new JFreeChart(null, Style.LABEL, drawing, false);
    chart.setBackgroundPaint(Style.PAPER);
    chart.setPadding(new RectangleInsets(0, 0, 0, axes.isLogarithmic() ? 24 : 0));
    return chart;
  }

  private void addForks(XYPlot drawing) {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    for (var curve : plot.curves()) {
      var series = new XYSeries(curve.name(), false);
      for (var spot : curve.spots()) {
        for (var fork = 0; fork < spot.forks().size(); fork++) {
          series.add(dodge.fork(curve, spot, fork), (double) spot.forks().get(fork));
        }
      }
      renderer.setSeriesPaint(data.getSeriesCount(), pens.of(curve.name()).colour());
      renderer.setSeriesShape(data.getSeriesCount(), DOT);
      data.addSeries(series);
    }
    drawing.setDataset(0, data);
    drawing.setRenderer(0, renderer);
  }

  private void addMeans(XYPlot drawing) {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setUseFillPaint(true);
    renderer.setUseOutlinePaint(true);
    renderer.setDrawSeriesLineAsPath(true);
    for (var curve : plot.curves()) {
      var series = new XYSeries(curve.name(), false);
      curve.spots().forEach(spot -> series.add(dodge.mean(curve, spot), spot.mean()));
      var pen = pens.of(curve.name());
      var index = data.getSeriesCount();
      renderer.setSeriesPaint(index, pen.colour());
      renderer.setSeriesOutlinePaint(index, pen.colour());
      renderer.setSeriesOutlineStroke(index, Pen.stroke(1.3f));
      renderer.setSeriesFillPaint(index, Style.PAPER);
      renderer.setSeriesShape(index, pen.marker());
      renderer.setSeriesStroke(index, pen.stroke());
      data.addSeries(series);
    }
    drawing.setDataset(1, data);
    drawing.setRenderer(1, renderer);
  }

  private void addIntervals(XYPlot drawing) {
    var data = new XYIntervalSeriesCollection();
    var renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultShapesVisible(false);
    renderer.setErrorStroke(Pen.stroke(1.2f));
    for (var curve : plot.curves()) {
      var series = new XYIntervalSeries(curve.name());
      for (var spot : curve.spots()) {
        var interval = spot.interval();
        if (interval != null) {
          var x = dodge.mean(curve, spot);
          var low = axes.clamp(interval.low());
          series.add(x, x, x, spot.mean(), low, axes.clamp(interval.high()));
        }
      }
      renderer.setSeriesPaint(data.getSeriesCount(), pens.of(curve.name()).colour());
      data.addSeries(series);
    }
    drawing.setDataset(2, data);
    drawing.setRenderer(2, renderer);
  }

  private void addIdeal(XYPlot drawing) {
    var series = new XYSeries("ideal", false);
    plot.ideal().forEach(each -> series.add(each.position(), each.value()));
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Style.IDEAL);
    renderer.setSeriesStroke(0, THIN);
    renderer.setDrawSeriesLineAsPath(true);
    drawing.setDataset(3, new XYSeriesCollection(series));
    drawing.setRenderer(3, renderer);
  }

  /// Two levels are named above and below; of more, those that leave room for a name.
  private void addLevels(XYPlot drawing) {
    var levels =
        plot.curves().stream()
            .filter(Plot.Curve::level)
            .sorted(Comparator.comparingDouble(ScalingChart::height).reversed())
            .toList();
    levels.forEach(curve -> addLevel(drawing, curve));
    if (!levels.isEmpty()) {
      addName(drawing, levels.getFirst(), TextAnchor.BOTTOM_RIGHT);
    }
    var named = levels.isEmpty() ? 0 : height(levels.getFirst());
    for (var curve : levels.subList(Math.min(1, levels.size()), levels.size())) {
      var isPair = levels.size() == 2;
      if (isPair || named - height(curve) > NAME_SHARE * drawing.getRangeAxis().getUpperBound()) {
        addName(drawing, curve, TextAnchor.TOP_RIGHT);
        named = height(curve);
      }
    }
  }

  private static double height(Plot.Curve level) {
    return level.spots().getFirst().mean();
  }

  private void addLevel(XYPlot drawing, Plot.Curve curve) {
    var spot = curve.spots().getFirst();
    var right = drawing.getDomainAxis().getUpperBound();
    var colour = pens.of(curve.name()).colour();
    drawing.addAnnotation(
        new XYLineAnnotation(
            dodge.mean(curve, spot), spot.mean(), right, spot.mean(), LEVEL, colour));
  }

  /// Writes the name of a level at its right end, above or below the line.
  private void addName(XYPlot drawing, Plot.Curve curve, TextAnchor anchor) {
    var right = drawing.getDomainAxis().getUpperBound();
    var name = Figure.fitted(curve.name(), Style.NOTE, LONGEST_NAME);
    var text = new XYTextAnnotation(name, right, height(curve));
    text.setFont(Style.NOTE);
    text.setPaint(pens.of(curve.name()).colour());
    text.setTextAnchor(anchor);
    drawing.addAnnotation(text);
  }

  private static void addMark(XYPlot drawing, CoreMark mark, int row) {
    ValueAxis axis = drawing.getDomainAxis();
    if (!axis.getRange().contains(mark.position())) {
      return;
    }
    var marker = new ValueMarker(mark.position());
    marker.setPaint(Style.FAINT);
    marker.setStroke(CORES);
    marker.setLabel(mark.label());
    marker.setLabelFont(Style.NOTE);
    marker.setLabelPaint(Style.FAINT);
    marker.setLabelBackgroundColor(Style.PAPER);
    marker.setLabelOffset(new RectangleInsets(2 + row * NOTE_LINE, 4, 2, 4));
    var atRight = mark.position() > axis.getRange().getCentralValue();
    marker.setLabelAnchor(atRight ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(atRight ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    drawing.addDomainMarker(marker, Layer.BACKGROUND);
  }

  /// The label of an axis.
  static String label(Axis axis) {
    return switch (axis) {
      case Axis.Parallelism _ -> "parallelism, threads";
      case Axis.JmhThreads _ -> "JMH threads";
      case Axis.Param(var name) -> name;
    };
  }
}
