package dev.millrace.reports.chart;

import java.util.List;

/// The numbers of a [Plot], one by one: forks, means, interval ends, the ideal line and laws.
final class PlotData {
  private PlotData() {}

  /// All numbers of a plot, curve by curve.
  static List<Datum> of(Plot plot) {
    var panel = plot.panel();
    var words = plot.quantity().words(panel.mode());
    var numbers = new Numbers(panel.title(), words, plot.unit().label());
    for (var curve : plot.curves()) {
      curve.spots().forEach(spot -> numbers.spot(curve.name(), spot));
    }
    for (var each : plot.ideal()) {
      numbers.overall("", Numbers.position(each.position()), "ideal", each.value());
    }
    for (var law : plot.laws()) {
      law.points().forEach(point -> numbers.law(law.name(), point));
    }
    return numbers.data();
  }
}
