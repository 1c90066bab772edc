package dev.millrace.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws [PercentileCurve]s over a logarithmic axis of percentiles: each line thick for all forks
/// together, thin and pale for each fork alone.
final class PercentilePlot {
  private static final double TALL = 100;

  /// A curve of few samples ends before that.
  private static final double LEAST_NINES = 1;

  private static final int PALE = 90;
  private static final BasicStroke THIN = Pen.stroke(0.8f);

  private final List<PercentileCurve> curves;
  private final Pens pens;

  private PercentilePlot(List<PercentileCurve> curves, Pens pens) {
    this.curves = curves;
    this.pens = pens;
  }

  /// The chart, without title and legend.
  ///
  /// @param label what is plotted, with its unit
  static JFreeChart of(List<PercentileCurve> curves, Pens pens, String label) {
    return new PercentilePlot(curves, pens).chart(label);
  }

  private JFreeChart chart(String label) {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (var curve : curves) {
      var series = new XYSeries(data.getSeriesCount(), false);
      curve.marks().forEach(mark -> series.add(mark.nines(), mark.value()));
      var pen = pens.of(curve.line());
      var isAll = curve.fork() == 0;
      renderer.setSeriesPaint(data.getSeriesCount(), isAll ? pen.colour() : pale(pen.colour()));
      renderer.setSeriesStroke(data.getSeriesCount(), isAll ? pen.stroke() : THIN);
      data.addSeries(series);
    }
    var drawing = new XYPlot(data, percentiles(), values(label), renderer);
    Style.dress(drawing);
    return Style.chart(drawing);
  }

  private static Color pale(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), PALE);
  }

  private ValueAxis percentiles() {
    var last =
        curves.stream().mapToDouble(curve -> curve.marks().getLast().nines()).max().orElse(0);
    var shown = Math.max(LEAST_NINES, last);
    var names =
        IntStream.rangeClosed(0, (int) Math.ceil(shown))
            .mapToObj(nines -> new PercentileCurve.Mark(nines, 0).percentile())
            .toArray(String[]::new);
    var axis = new SymbolAxis("percentile (log scale of what is above)", names);
    axis.setGridBandsVisible(false);
    axis.setRange(0, shown * 1.03);
    return Style.dressed(axis, Style.LABEL, Style.NOTE);
  }

  private ValueAxis values(String label) {
    var positive =
        curves.stream()
            .flatMapToDouble(curve -> curve.marks().stream().mapToDouble(mark -> mark.value()))
            .filter(value -> value > 0)
            .summaryStatistics();
    if (positive.getMax() / positive.getMin() >= TALL) {
      return logarithmic(label, positive.getMin() / 1.3, positive.getMax() * 1.3);
    }
    var axis = new NumberAxis(label);
    axis.setRange(0, positive.getCount() == 0 ? 1 : positive.getMax() * 1.06);
    axis.setNumberFormatOverride(Axes.number());
    return Style.dressed(axis, Style.LABEL, Style.NOTE);
  }

  private static ValueAxis logarithmic(String label, double from, double to) {
    var axis = new LogAxis(label + " (log scale)");
    axis.setBase(10);
    axis.setRange(from, to);
    axis.setTickUnit(new NumberTickUnit(1));
    axis.setNumberFormatOverride(
        new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    axis.setMinorTickMarksVisible(false);
    return Style.dressed(axis, Style.LABEL, Style.NOTE);
  }
}
