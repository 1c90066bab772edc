package dev.millrace.reports.chart;

import dev.millrace.reports.study.Derived;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.study.Scalability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What more threads bring: speed-up, efficiency and the like in one figure, and the laws of
/// scalability in another, where one holds.
final class ScalabilityCharts implements PanelChart {
  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var plots =
        Stream.of(Derived.values())
            .map(quantity -> Plot.of(panel, quantity))
            .filter(plot -> plot.curves().stream().anyMatch(curve -> curve.spots().size() > 1))
            .toList();
    if (plots.isEmpty()) {
      return List.of();
    }
    var figures = new Figures(setting.machine());
    var drawn = new ArrayList<Figure>();
    var laws = laws(panel);
    var name = setting.names().of(panel, "scaling");
    drawn.add(figures.derived(name, plots, setting.pens(), refusal(laws)));
    if (laws.values().stream().anyMatch(Scalability.Fitted.class::isInstance)) {
      var throughput = panel.mode().higherIsBetter() ? Quantity.SCORE : Derived.THROUGHPUT;
      var plot = Laws.through(Plot.of(panel, throughput), laws);
      drawn.add(figures.laws(setting.names().of(panel, "laws"), plot, setting.pens(), laws));
    }
    return drawn;
  }

  private static Map<String, Scalability> laws(Panel panel) {
    var laws = new LinkedHashMap<String, Scalability>();
    panel.lines().stream()
        .filter(line -> !panel.isLevel(line))
        .forEach(line -> laws.put(line.name(), Scalability.of(line)));
    return laws;
  }

  /// Why there is no law; empty when there is one.
  private static String refusal(Map<String, Scalability> laws) {
    var reasons = new ArrayList<String>();
    for (var law : laws.values()) {
      switch (law) {
        case Scalability.Fitted _ -> {
          return "";
        }
        case Scalability.Refused(var reason) -> reasons.add(reason);
      }
    }
    return reasons.stream().distinct().count() == 1
        ? reasons.getFirst()
        : "no law of scalability holds";
  }
}
