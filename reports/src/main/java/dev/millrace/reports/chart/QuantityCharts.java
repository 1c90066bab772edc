package dev.millrace.reports.chart;

import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import java.util.List;

/// Run time or throughput, and CPU time: against the panel's axis, or as bars where it has none.
final class QuantityCharts implements PanelChart {
  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var figures = new Figures(setting.machine());
    return List.of(Quantity.values()).stream()
        .filter(panel::has)
        .map(quantity ->
            figures.single(
                setting.names().of(panel, quantity.fileName(panel.mode())),
                panel,
                quantity,
                setting.pens()))
        .toList();
  }
}
