package dev.millrace.reports.chart;

import java.util.ArrayList;
import java.util.List;

/// The numbers of a [Plot], one by one: forks, means, interval ends, the ideal line and laws.
final class PlotData {
  private final Plot plot;
  private final List<Datum> data = new ArrayList<>();

  private PlotData(Plot plot) {
    this.plot = plot;
  }

  /// All numbers of a plot, curve by curve.
  static List<Datum> of(Plot plot) {
    var made = new PlotData(plot);
    for (var curve : plot.curves()) {
      curve.spots().forEach(spot -> made.spot(curve.name(), spot));
    }
    for (var each : plot.ideal()) {
      made.add("", position(each.position()), "ideal", "", each.value());
    }
    for (var law : plot.laws()) {
      law.points().forEach(point -> made.law(law.name(), point));
    }
    return made.data;
  }

  private void spot(String line, Plot.Spot spot) {
    var at = position(spot.position());
    for (var fork = 0; fork < spot.forks().size(); fork++) {
      add(line, at, "fork", String.valueOf(fork + 1), spot.forks().get(fork));
    }
    add(line, at, "mean", "", spot.mean());
    var interval = spot.interval();
    if (interval != null) {
      add(line, at, "low", "", interval.low());
      add(line, at, "high", "", interval.high());
    }
  }

  private void law(String line, Plot.LawPoint point) {
    var at = position(point.position());
    add(line, at, "law", "", point.value());
    var interval = point.interval();
    if (interval != null) {
      add(line, at, "law low", "", interval.low());
      add(line, at, "law high", "", interval.high());
    }
  }

  private void add(String line, String position, String what, String fork, double value) {
    var panel = plot.panel();
    var quantity = plot.quantity().words(panel.mode());
    var unit = plot.unit().label();
    data.add(new Datum(panel.title(), quantity, line, position, what, fork, value, unit));
  }

  private static String position(double position) {
    return Double.isNaN(position) ? "" : Axes.number().format(position);
  }
}
