package dev.millrace.reports.chart;

import dev.millrace.reports.trace.Projection;
import dev.millrace.reports.trace.Projection.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Speed-up against cores, both logarithmic: what was measured, between the bounds that work and
/// span set, and the projection, dashed.
final class BoundsChart {
  private static final Ellipse2D DOT = new Ellipse2D.Double(-4, -4, 8, 8);
  private static final Color ACCENT = new Color(0x0072B2);
  private static final Color OTHER = new Color(0xD55E00);

  private final Projection projection;
  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

  private BoundsChart(Projection projection) {
    this.projection = projection;
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setUseFillPaint(true);
  }

  /// The chart, with a legend.
  static JFreeChart of(Projection projection) {
    return new BoundsChart(projection).chart();
  }

  /// A line through all numbers of cores: what it is, and its speed-ups.
  record Curve(String name, ToDoubleFunction<Point> wall) {
    static final Curve LEAST = new Curve("bound: max(T1/P, T∞)", Point::least);
    static final Curve MOST = new Curve("bound: T1/P + T∞, burdened", Point::most);
    static final Curve TOGETHER = new Curve("projection", Point::together);
    static final Curve ONE_BY_ONE =
        new Curve("projection, one hand-over at a time", Point::oneByOne);

    /// All of them.
    static final List<Curve> ALL = List.of(LEAST, MOST, TOGETHER, ONE_BY_ONE);

    double speedUp(Projection projection, Point point) {
      return projection.baseline() / wall.applyAsDouble(point);
    }
  }

  private JFreeChart chart() {
    addMeasured("measured", true, ACCENT);
    addMeasured("measured, more workers than cores", false, Style.PAPER);
    add(line(Curve.TOGETHER), ACCENT, Pen.stroke(1.8f, 7, 4));
    add(line(Curve.ONE_BY_ONE), OTHER, Pen.stroke(1.6f, 2, 3));
    add(line(Curve.LEAST), Style.FAINT, Pen.stroke(1f));
    add(line(Curve.MOST), Style.IDEAL, Pen.stroke(1f));
    var last = projection.points().getLast().cores();
    var drawing = new XYPlot(data, axis("cores", last * 1.15, 0.9), speedUps(), renderer);
    Style.dress(drawing);
    var chart = new JFreeChart(null, Style.LABEL, drawing, true);
    chart.setBackgroundPaint(Style.PAPER);
    StackedBars.plain(chart.getLegend());
    return chart;
  }

  /// Dots, which are filled where the machine had a core for each worker.
  private void addMeasured(String name, boolean onCores, Paint fill) {
    var series = new XYSeries(name);
    projection.checks().stream()
        .filter(each -> !each.traced() && each.onCores() == onCores)
        .forEach(each -> series.addOrUpdate(each.cores(), projection.baseline() / each.measured()));
    if (!series.isEmpty()) {
      var index = data.getSeriesCount();
      add(series, ACCENT, Pen.stroke(1.5f));
      renderer.setSeriesLinesVisible(index, false);
      renderer.setSeriesShapesVisible(index, true);
      renderer.setSeriesShape(index, DOT);
      renderer.setSeriesFillPaint(index, fill);
    }
  }

  private void add(XYSeries series, Paint paint, BasicStroke stroke) {
    var index = data.getSeriesCount();
    renderer.setSeriesPaint(index, paint);
    renderer.setSeriesFillPaint(index, paint);
    renderer.setSeriesStroke(index, stroke);
    renderer.setSeriesShapesVisible(index, false);
    data.addSeries(series);
  }

  private XYSeries line(Curve curve) {
    var series = new XYSeries(curve.name());
    projection
        .points()
        .forEach(point -> series.add(point.cores(), curve.speedUp(projection, point)));
    return series;
  }

  private LogAxis speedUps() {
    var all = new ArrayList<Double>();
    for (var series = 0; series < data.getSeriesCount(); series++) {
      for (var item = 0; item < data.getItemCount(series); item++) {
        all.add(data.getYValue(series, item));
      }
    }
    var least = all.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    var most = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return axis("speed-up over one worker", most * 1.2, Math.min(1, least) * 0.85);
  }

  private static LogAxis axis(String name, double to, double from) {
    var axis = new LogAxis(name + " (log scale)");
    axis.setBase(2);
    axis.setRange(from, to);
    axis.setTickUnit(new NumberTickUnit(1));
    axis.setNumberFormatOverride(Axes.number());
    axis.setMinorTickMarksVisible(false);
    return Style.dressed(axis, Style.LABEL, Style.TICK);
  }
}
