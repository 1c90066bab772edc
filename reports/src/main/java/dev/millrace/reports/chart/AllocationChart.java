package dev.millrace.reports.chart;

import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Standing;
import java.util.List;
import java.util.stream.Stream;

/// What an operation, or an item of it, allocates, where a profiler or the benchmark itself has
/// measured it.
final class AllocationChart implements PanelChart {
  private static final List<Kind> KINDS =
      List.of(
          new Kind("gc.alloc.rate.norm", "allocation per operation"),
          new Kind("allocated", "allocation"));

  /// A metric that somebody measures (JMH's `gc` profiler, the benchmark itself), and its name.
  private record Kind(String metric, String words) {}

  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    return KINDS.stream().flatMap(kind -> figure(panel, kind, setting)).toList();
  }

  private static Stream<Figure> figure(Panel panel, Kind kind, Setting setting) {
    var bars = Bars.of(panel, kind.metric(), kind.words(), Standing.contenders(panel));
    if (bars.bars().isEmpty()) {
      return Stream.empty();
    }
    var conditions = Figure.Heading.joined(panel.conditions(), RankingChart.place(panel));
    var name = setting.names().of(panel, "allocation");
    return Stream.of(BarChart.figure(name, bars, conditions));
  }
}
