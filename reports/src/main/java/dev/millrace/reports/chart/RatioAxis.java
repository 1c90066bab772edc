package dev.millrace.reports.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/// The axis of ratios: a change in percent, or, where a ratio is beyond a half or twofold, the
/// ratio itself on a logarithmic scale, which the label then says.
record RatioAxis(double low, double high) {
  private static final double WIDE = 2;
  private static final double ROOM = 0.04;

  /// An axis that spans 1 and all of the numbers.
  static RatioAxis over(DoubleStream ratios) {
    var reach =
        ratios.map(ratio -> Math.abs(Math.log(ratio))).filter(Double::isFinite).max().orElse(0);
    var most = Math.exp(Math.max(reach, 0.01) * (1 + ROOM));
    return new RatioAxis(1 / most, most);
  }

  private boolean isLogarithmic() {
    return high > WIDE;
  }

  /// The ratio, brought onto the axis: a bar that leaves it ends at its edge.
  double clamp(double ratio) {
    return Math.clamp(ratio, low, high);
  }

  /// The right end, with room for words beyond all ratios.
  ///
  /// @param room as a share of what the ratios span
  double right(double room) {
    return isLogarithmic() ? high * Math.pow(high / low, room) : high + (high - low) * room;
  }

  /// The axis with room for words on its right.
  ValueAxis axis(double room) {
    var axis = isLogarithmic() ? logarithmic() : percent();
    axis.setRange(low, right(room));
    return Style.dressed(axis, Style.LABEL, Style.TICK);
  }

  private static ValueAxis logarithmic() {
    var axis = new LogAxis("after / before (log scale)");
    axis.setBase(2);
    axis.setNumberFormatOverride(Axes.number());
    axis.setMinorTickMarksVisible(false);
    return axis;
  }

  private static ValueAxis percent() {
    var axis = new NumberAxis("change from before to after, %");
    axis.setAutoRangeIncludesZero(false);
    axis.setNumberFormatOverride(new Percent());
    return axis;
  }

  /// Writes a ratio as the change in percent.
  private static final class Percent extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double ratio, StringBuffer into, FieldPosition position) {
      var change = Math.rint((ratio - 1) * 1e6) / 1e4;
      var text = Axes.number().format(change).replace('-', '−');
      return into.append(change > 0 ? "+" : "").append(text);
    }

    @Override
    public StringBuffer format(long ratio, StringBuffer into, FieldPosition position) {
      return format((double) ratio, into, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
      throw new UnsupportedOperationException("only written");
    }
  }
}
