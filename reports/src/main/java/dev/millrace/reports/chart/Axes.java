package dev.millrace.reports.chart;

import dev.millrace.reports.study.Axis;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/// The two axes of a scaling chart: from zero, unless a param spans so much that its axis is
/// logarithmic, which the label then says.
final class Axes {
  private static final double WIDE = 32;
  private static final double TALL = 30;
  private static final double HEADROOM = 1.06;
  private static final double MOST_INTERVAL = 1.5;
  private static final int MOST_POWERS = 8;
  private static final double WINGS = 2.2;
  private static final double RIGHT = 0.06;

  private final Plot plot;
  private final View view;

  Axes(Plot plot, View view) {
    this.plot = plot;
    this.view = view;
  }

  /// Whether the horizontal axis is logarithmic.
  boolean isLogarithmic() {
    var positions = plot.panel().positions();
    return plot.panel().axis() instanceof Axis.Param
        && positions[0] > 0
        && positions[positions.length - 1] / positions[0] >= WIDE;
  }

  private boolean isTall() {
    return isLogarithmic() && plot.greatest() / plot.least() >= TALL;
  }

  /// The length of the horizontal axis, of its logarithm where it is logarithmic.
  double length() {
    var last = plot.panel().lastPosition();
    return isLogarithmic()
        ? Math.log(last / plot.panel().positions()[0] * WINGS * WINGS)
        : Math.max(last, 1) * (1 + RIGHT);
  }

  ValueAxis horizontal() {
    var axis = plot.panel().axis();
    var name = axis == null ? "" : ScalingChart.label(axis);
    var last = plot.panel().lastPosition();
    if (isLogarithmic()) {
      var first = plot.panel().positions()[0];
      return logarithmic(name, first / WINGS, last * WINGS);
    }
    var linear = new NumberAxis(name);
    linear.setRange(0, length());
    linear.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    return styled(linear);
  }

  ValueAxis vertical() {
    var name = view.small() ? plot.unit().label() : plot.label();
    if (isTall()) {
      return logarithmic(name, plot.least() / 1.5, plot.greatest() * 1.5);
    }
    var linear = new NumberAxis(name);
    linear.setRange(0, top());
    linear.setNumberFormatOverride(number());
    return styled(linear);
  }

  /// The number, brought onto the vertical axis: a bar that leaves the chart ends at its edge.
  double clamp(double value) {
    var least = isTall() ? plot.least() / 1.5 : 0;
    return Math.clamp(value, least, isTall() ? plot.greatest() * 1.5 : top());
  }

  private double top() {
    var greatest = plot.greatest() * (1 + markRoom());
    var bars =
        plot.spots()
            .map(Plot.Spot::interval)
            .mapToDouble(interval -> interval == null ? 0 : interval.high())
            .max()
            .orElse(0);
    return Math.max(greatest * HEADROOM, Math.min(bars * 1.04, greatest * MOST_INTERVAL));
  }

  /// Room on top, as a share of the axis, for the labels of core marks, one row each.
  private double markRoom() {
    var shown =
        view.marks().stream().filter(mark -> mark.position() <= plot.panel().lastPosition());
    return view.focus() != null ? 0 : shown.count() * (view.small() ? 0.09 : 0.045);
  }

  private ValueAxis logarithmic(String name, double from, double to) {
    var axis = new LogAxis(name + " (log scale)");
    axis.setRange(from, to);
    axis.setBase(10);
    var decades = Math.log10(to / from);
    axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / MOST_POWERS))));
    axis.setNumberFormatOverride(power());
    axis.setMinorTickMarksVisible(false);
    return styled(axis);
  }

  private ValueAxis styled(ValueAxis axis) {
    Style.dressed(
        axis, view.small() ? Style.TICK : Style.LABEL, view.small() ? Style.NOTE : Style.TICK);
    axis.setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
    return axis;
  }

  /// Powers of ten, however small.
  private static NumberFormat power() {
    return new DecimalFormat("#,##0.############", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /// Shares as percent, never in the locale of the machine.
  static NumberFormat percent() {
    return new DecimalFormat("0.# %", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /// Plain numbers, never in the locale of the machine.
  static NumberFormat number() {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
