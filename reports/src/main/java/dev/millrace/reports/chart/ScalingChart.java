package dev.millrace.reports.chart;

import dev.millrace.reports.study.Axis;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws a [Plot] with an axis: means joined by lines unless a law is drawn through them, forks as
/// dots, intervals as bars, the ideal as a thin grey line, levels dashed across, laws as bands,
/// cores as upright marks.
final class ScalingChart {
  private static final Ellipse2D DOT = new Ellipse2D.Double(-1.4, -1.4, 2.8, 2.8);
  private static final BasicStroke THIN = Pen.stroke(1f);
  private static final BasicStroke LEVEL = Pen.stroke(1f, 5, 4);
  private static final BasicStroke CORES = Pen.stroke(1f, 2, 3);
  private static final int NOTE_LINE = 13;
  private static final float BAND = 0.16f;

  private final Plot plot;
  private final View view;
  private final Axes axes;
  private final Dodge dodge;
  private final XYPlot drawing;

  private ScalingChart(Plot plot, View view) {
    this.plot = plot;
    this.view = view;
    this.axes = new Axes(plot, view);
    this.dodge =
        new Dodge(view.full(plot), plot.panel().positions(), axes.length(), axes.isLogarithmic());
    this.drawing = new XYPlot(null, axes.horizontal(), axes.vertical(), null);
  }

  /// The chart, without title and legend; one that is not small names its lines at their ends.
  static Drawing of(Plot plot, View view) {
    var made = new ScalingChart(plot, view);
    var chart = made.chart();
    return view.small() ? chart::draw : new EndLabels(chart, made.ends());
  }

  private JFreeChart chart() {
    Style.dressLevels(drawing);
    addForks();
    addMeans();
    addIntervals();
    addIdeal();
    addLaws();
    addPale();
    view.full(plot).stream().filter(Plot.Curve::level).forEach(this::addLevel);
    for (var row = view.marks().size() - 1; row >= 0; row--) {
      addMark(view.marks().get(row), row);
    }
    var chart = Style.chart(drawing);
    chart.setPadding(new RectangleInsets(0, 0, 0, axes.isLogarithmic() ? 24 : 0));
    return chart;
  }

  /// Adds a layer below those that are there.
  private void add(XYDataset data, XYItemRenderer renderer) {
    var layer = drawing.getDataset(0) == null ? 0 : drawing.getDatasetCount();
    drawing.setDataset(layer, data);
    drawing.setRenderer(layer, renderer);
  }

  private void addForks() {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    for (var curve : view.full(plot)) {
      var series = new XYSeries(curve.name(), false);
      for (var spot : curve.spots()) {
        for (var fork = 0; fork < spot.forks().size(); fork++) {
          series.add(dodge.fork(curve, spot, fork), (double) spot.forks().get(fork));
        }
      }
      renderer.setSeriesPaint(data.getSeriesCount(), view.pens().of(curve.name()).colour());
      renderer.setSeriesShape(data.getSeriesCount(), DOT);
      data.addSeries(series);
    }
    add(data, renderer);
  }

  private void addMeans() {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setUseFillPaint(true);
    renderer.setUseOutlinePaint(true);
    renderer.setDrawSeriesLineAsPath(true);
    for (var curve : view.full(plot)) {
      var series = new XYSeries(curve.name(), false);
      curve.spots().forEach(spot -> series.add(dodge.mean(curve, spot), spot.mean()));
      var pen = view.pens().of(curve.name());
      var index = data.getSeriesCount();
      renderer.setSeriesLinesVisible(index, !plot.hasLaw(curve));
      renderer.setSeriesPaint(index, pen.colour());
      renderer.setSeriesOutlinePaint(index, pen.colour());
      renderer.setSeriesOutlineStroke(index, Pen.stroke(1.3f));
      renderer.setSeriesFillPaint(index, Style.PAPER);
      renderer.setSeriesShape(index, pen.marker());
      renderer.setSeriesStroke(index, pen.stroke());
      data.addSeries(series);
    }
    add(data, renderer);
  }

  private void addIntervals() {
    var data = new XYIntervalSeriesCollection();
    var renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultShapesVisible(false);
    renderer.setErrorStroke(Pen.stroke(1.2f));
    for (var curve : view.full(plot)) {
      var series = new XYIntervalSeries(curve.name());
      for (var spot : curve.spots()) {
        var interval = spot.interval();
        if (interval != null) {
          var x = dodge.mean(curve, spot);
          var low = axes.clamp(interval.low());
          series.add(x, x, x, spot.mean(), low, axes.clamp(interval.high()));
        }
      }
      renderer.setSeriesPaint(data.getSeriesCount(), view.pens().of(curve.name()).colour());
      data.addSeries(series);
    }
    add(data, renderer);
  }

  private void addIdeal() {
    var series = new XYSeries("ideal", false);
    plot.ideal().forEach(each -> series.add(each.position(), each.value()));
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Style.IDEAL);
    renderer.setSeriesStroke(0, THIN);
    renderer.setDrawSeriesLineAsPath(true);
    add(new XYSeriesCollection(series), renderer);
  }

  private void addLaws() {
    var data = new XYIntervalSeriesCollection();
    var renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(BAND);
    renderer.setDrawSeriesLineAsPath(true);
    for (var law : plot.laws()) {
      if (law.name().equals(view.focus())) {
        var series = new XYIntervalSeries(law.name(), false, true);
        for (var point : law.points()) {
          var x = point.position();
          var interval = point.interval();
          var low = interval == null ? point.value() : axes.clamp(interval.low());
          var high = interval == null ? point.value() : axes.clamp(interval.high());
          series.add(x, x, x, point.value(), low, high);
        }
        var colour = view.pens().of(law.name()).colour();
        renderer.setSeriesPaint(data.getSeriesCount(), colour);
        renderer.setSeriesFillPaint(data.getSeriesCount(), colour);
        renderer.setSeriesStroke(data.getSeriesCount(), Pen.stroke(1.4f));
        data.addSeries(series);
      }
    }
    add(data, renderer);
  }

  private void addPale() {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (var curve : view.pale(plot)) {
      var series = new XYSeries(curve.name(), false);
      curve.spots().forEach(spot -> series.add(spot.position(), spot.mean()));
      renderer.setSeriesPaint(data.getSeriesCount(), Style.PALE);
      renderer.setSeriesStroke(data.getSeriesCount(), THIN);
      data.addSeries(series);
    }
    add(data, renderer);
  }

  private void addLevel(Plot.Curve curve) {
    var spot = curve.spots().getFirst();
    var right = drawing.getDomainAxis().getUpperBound();
    var colour = view.pens().of(curve.name()).colour();
    drawing.addAnnotation(
        new XYLineAnnotation(
            dodge.mean(curve, spot), spot.mean(), right, spot.mean(), LEVEL, colour));
  }

  /// Where lines end: a level at the right edge, the ideal where the last positions are.
  private List<EndLabels.End> ends() {
    var ends = new ArrayList<EndLabels.End>();
    for (var curve : view.full(plot)) {
      var spot = curve.spots().getLast();
      var right = drawing.getDomainAxis().getUpperBound();
      var x = curve.level() ? right : dodge.mean(curve, spot);
      ends.add(new EndLabels.End(curve.name(), view.pens().of(curve.name()), x, spot.mean()));
    }
    if (!plot.ideal().isEmpty()) {
      var last = plot.ideal().getLast();
      ends.add(new EndLabels.End("ideal", null, last.position(), axes.clamp(last.value())));
    }
    return ends;
  }

  /// Marks are added from the right, so that the label of one covers the line of the next.
  private void addMark(CoreMark mark, int row) {
    ValueAxis axis = drawing.getDomainAxis();
    if (!axis.getRange().contains(mark.position())) {
      return;
    }
    var marker = new ValueMarker(mark.position());
    marker.setPaint(Style.FAINT);
    marker.setStroke(CORES);
    marker.setLabel(view.focus() == null ? mark.label() : null);
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
