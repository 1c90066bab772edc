package dev.millrace.reports.chart;

import dev.millrace.reports.chart.PanelChart.Setting;
import dev.millrace.reports.study.Panel;
import java.util.List;

/// Every kind of chart that a panel can have, in the order of the page.
public final class PanelCharts {
  static final List<PanelChart> ALL =
      List.of(
          new QuantityCharts(),
          new ScalabilityCharts(),
          new LostChart(),
          new RankingChart(),
          new HeatMapChart(),
          new PercentileChart(),
          new AllocationChart(),
          new SpreadChart(),
          new SequenceChart());

  private PanelCharts() {}

  /// All figures of a panel.
  public static List<Figure> of(Panel panel, Setting setting) {
    return ALL.stream().flatMap(kind -> kind.of(panel, setting).stream()).toList();
  }
}
