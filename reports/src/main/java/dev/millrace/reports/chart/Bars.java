package dev.millrace.reports.chart;

import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Standing;
import dev.millrace.reports.text.DisplayUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// The numbers of a chart of bars, best first, in the unit they are shown in.
///
/// @param panel the title of the panel
/// @param quantity what the bars are
record Bars(String panel, String quantity, String unit, List<Bar> bars) {
  Bars {
    bars = List.copyOf(bars);
  }

  /// A line and its numbers.
  record Bar(String line, Plot.Spot spot) {
    private double mean() {
      return spot.mean();
    }
  }

  /// The bars of a plot whose lines have one point each.
  static Bars of(Plot plot) {
    var mode = plot.panel().mode();
    var ascending = Comparator.comparingDouble(Bar::mean);
    var bars =
        plot.curves().stream()
            .map(curve -> new Bar(curve.name(), curve.spots().getFirst()))
            .sorted(plot.quantity().higherIsBetter(mode) ? ascending.reversed() : ascending)
            .toList();
    return new Bars(plot.panel().title(), plot.quantity().words(mode), plot.unit().label(), bars);
  }

  /// A secondary metric of some points, the least first; points that lack it are left out.
  ///
  /// @param words what the metric is called
  static Bars of(Panel panel, String metric, String words, List<Standing.Contender> contenders) {
    var means = contenders.stream().map(Standing.Contender::point).map(p -> p.secondary(metric));
    var greatest =
        means
            .mapToDouble(summary -> summary == null ? Double.NaN : summary.mean())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    var unit = DisplayUnit.of(panel.unit(metric), greatest);
    var bars =
        contenders.stream()
            .map(each -> bar(each, metric, unit))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingDouble(Bar::mean))
            .toList();
    return new Bars(panel.title(), words, unit.label(), bars);
  }

  private static @Nullable Bar bar(Standing.Contender contender, String name, DisplayUnit unit) {
    var metric = contender.point().series().secondary().get(name);
    var summary = contender.point().secondary(name);
    if (metric == null || summary == null || !Double.isFinite(summary.mean())) {
      return null;
    }
    var shown = summary.times(unit.factor());
    var forks =
        DoubleStream.of(metric.forks().isEmpty() ? new double[0] : metric.forkScores())
            .filter(Double::isFinite)
            .map(value -> value * unit.factor())
            .boxed()
            .toList();
    var position = contender.point().position();
    return new Bar(
        contender.line(), new Plot.Spot(position, shown.mean(), shown.interval(), forks));
  }

  /// What a bar is called; positions are told where bars differ in them.
  String name(Bar bar) {
    var differ = bars.stream().map(each -> each.spot().position()).distinct().count() > 1;
    return differ ? bar.line() + " at " + Numbers.position(bar.spot().position()) : bar.line();
  }

  /// The bar that the others are compared with; null when it is not among them, or alone.
  @Nullable Bar reference() {
    return bars.stream()
        .filter(bar -> bars.size() > 1 && bar.line().equals(Standing.REFERENCE))
        .findFirst()
        .orElse(null);
  }

  /// The quantity with its unit, as an axis label.
  String label() {
    return quantity + ", " + unit;
  }

  /// Every number.
  List<Datum> data() {
    var numbers = new Numbers(panel, quantity, unit);
    bars.forEach(bar -> numbers.spot(bar.line(), bar.spot()));
    return numbers.data();
  }
}
