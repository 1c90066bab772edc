package dev.millrace.reports.chart;

import dev.millrace.reports.beforeafter.Shift;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.text.Decimal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/// Draws ratios of after over before, one a row, with their intervals in the colours of their
/// verdicts, against the margin as a grey band around 1.
final class RatioChart {
  private static final Color BAND = new Color(0xECEFF2);
  private static final BasicStroke EVEN = Pen.stroke(1f);
  private static final double MOST_INTERVAL = 2.5;
  private static final double LABEL_SHARE = 0.3;

  private final List<Shift> shifts;
  private final List<String> names;
  private final Margin margin;
  private final RatioAxis axis;

  /// @param shifts with a ratio each
  /// @param names of the rows
  RatioChart(List<Shift> shifts, List<String> names, Margin margin) {
    this.shifts = shifts;
    this.names = names;
    this.margin = margin;
    this.axis = RatioAxis.over(DoubleStream.concat(ends(), DoubleStream.of(1 + margin.fraction())));
  }

  /// The height that so many rows need.
  static int height(int rows) {
    return 58 + 20 * Math.max(1, rows);
  }

  /// The ratio of a shift that has one.
  static Ratio ratio(Shift shift) {
    return Objects.requireNonNull(shift.ratio());
  }

  /// What the axis has to span: all ratios, and of their intervals what is not far beyond them.
  private DoubleStream ends() {
    var most = shifts.stream().mapToDouble(each -> Math.abs(Math.log(ratio(each).value()))).max();
    var reach = Math.exp(MOST_INTERVAL * Math.max(most.orElse(0), Math.log1p(margin.fraction())));
    return shifts.stream()
        .flatMapToDouble(each -> {
          var interval = ratio(each).interval();
          return interval == null
              ? DoubleStream.of(ratio(each).value())
              : DoubleStream.of(interval.low(), interval.high());
        })
        .map(end -> Math.clamp(end, 1 / reach, reach));
  }

  JFreeChart chart() {
    var drawing = new XYPlot(null, Style.rows(names), axis.axis(LABEL_SHARE), null);
    drawing.setOrientation(PlotOrientation.HORIZONTAL);
    Style.dressLevels(drawing);
    addMargin(drawing);
    var verdicts = List.of(Verdict.values());
    for (var index = 0; index < verdicts.size(); index++) {
      addShifts(drawing, verdicts.get(index), index);
    }
    for (var row = 0; row < shifts.size(); row++) {
      addWords(drawing, row);
    }
    return Style.chart(drawing);
  }

  private void addMargin(XYPlot drawing) {
    var high = 1 + margin.fraction();
    drawing.addRangeMarker(
        new IntervalMarker(axis.clamp(1 / high), axis.clamp(high), BAND), Layer.BACKGROUND);
    drawing.addRangeMarker(new ValueMarker(1, Style.FAINT, EVEN), Layer.BACKGROUND);
  }

  private void addShifts(XYPlot drawing, Verdict verdict, int index) {
    var series = new XYIntervalSeries(verdict.words());
    for (var row = 0; row < shifts.size(); row++) {
      if (shifts.get(row).verdict() == verdict) {
        var ratio = ratio(shifts.get(row));
        var interval = ratio.interval();
        var shown = interval == null ? new Interval(ratio.value(), ratio.value()) : interval;
        series.add(row, row, row, ratio.value(), axis.clamp(shown.low()), axis.clamp(shown.high()));
      }
    }
    var pen = VerdictPens.of(verdict);
    var renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setErrorStroke(pen.stroke());
    renderer.setSeriesPaint(0, pen.colour());
    renderer.setSeriesShape(0, pen.marker());
    var data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    drawing.setDataset(index, data);
    drawing.setRenderer(index, renderer);
  }

  /// Writes change and verdict at the right end of a row.
  private void addWords(XYPlot drawing, int row) {
    var shift = shifts.get(row);
    var words = Decimal.change(ratio(shift).value()) + " " + shift.verdict().words();
    var text = new XYTextAnnotation(words, row, axis.right(LABEL_SHARE));
    text.setFont(Style.NOTE);
    text.setPaint(Style.INK);
    text.setTextAnchor(TextAnchor.CENTER_RIGHT);
    drawing.addAnnotation(text);
  }
}
