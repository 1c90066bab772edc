package dev.millrace.reports.chart;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.LawFit;
import dev.millrace.reports.study.Scalability;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The laws of scalability, as curves of a plot of throughput and in words.
final class Laws {
  private static final int STEPS = 32;
  private static final int DIGITS = 3;
  private static final double PERCENT = 100;

  private Laws() {}

  /// The plot with a curve for each law, inside the range its line was measured in and nowhere
  /// else.
  static Plot through(Plot plot, Map<String, Scalability> laws) {
    var drawn = new ArrayList<Plot.Law>();
    for (var curve : plot.curves()) {
      if (laws.get(curve.name()) instanceof Scalability.Fitted(var fit)) {
        drawn.add(new Plot.Law(curve.name(), points(curve, fit, plot.unit().factor())));
      }
    }
    return plot.with(drawn);
  }

  private static List<Plot.LawPoint> points(Plot.Curve curve, LawFit fit, double factor) {
    var first = curve.spots().getFirst().position();
    var last = curve.spots().getLast().position();
    var points = new ArrayList<Plot.LawPoint>();
    for (var step = 0; step <= STEPS; step++) {
      var position = first * Math.pow(last / first, (double) step / STEPS);
      var interval = fit.at(position);
      points.add(
          new Plot.LawPoint(
              position,
              fit.law().at(position) * factor,
              interval == null ? null : interval.times(factor)));
    }
    return points;
  }

  /// What a law says of a curve, in short lines.
  static List<String> words(Plot.Curve curve, @Nullable Scalability law) {
    return switch (law) {
      case null -> List.of();
      case Scalability.Refused(var reason) -> List.of(reason);
      case Scalability.Fitted(var fit) -> words(curve, fit);
    };
  }

  private static List<String> words(Plot.Curve curve, LawFit fit) {
    var off = "at most " + Axes.number().format(Math.round(fit.worst() * 1000) / 10.0) + " % off";
    var contention = percent(fit.law().contention(), fit.contention());
    return switch (fit.kind()) {
      case AMDAHL -> List.of("Amdahl, " + off, "serial " + contention);
      case USL ->
          List.of(
              "USL, " + off,
              "contention " + contention,
              "coherency " + percent(fit.law().coherency(), fit.coherency()),
              peak(curve, fit));
    };
  }

  private static String peak(Plot.Curve curve, LawFit fit) {
    var first = curve.spots().getFirst().position();
    var last = curve.spots().getLast().position();
    var interval = fit.peak(first, last);
    return interval == null
        ? "no sure peak up to " + Axes.number().format(last)
        : "peak at "
            + Decimal.significant(fit.law().peak(), DIGITS)
            + " "
            + Decimal.interval(interval);
  }

  private static String percent(double share, @Nullable Interval interval) {
    var value = Decimal.significant(share * PERCENT, DIGITS) + " %";
    return interval == null ? value : value + " " + Decimal.interval(interval.times(PERCENT));
  }
}
