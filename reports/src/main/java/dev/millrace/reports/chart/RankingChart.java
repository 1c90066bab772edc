package dev.millrace.reports.chart;

import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Line;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.study.Standing;
import java.util.List;

/// Who is fastest: the lines of a panel whose axis counts threads as bars, each at the point it is
/// compared by. A panel without an axis is drawn as bars anyway, and sizes are different tasks.
final class RankingChart implements PanelChart {
  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var contenders = Standing.contenders(panel);
    if (!isOfThreads(panel) || contenders.size() < 2) {
      return List.of();
    }
    var lines =
        contenders.stream().map(each -> new Line(each.line(), List.of(each.point()))).toList();
    var atOnePoint = new Panel(panel.title(), panel.conditions(), panel.family(), null, lines);
    var bars = Bars.of(Plot.of(atOnePoint, Quantity.SCORE));
    var name = setting.names().of(panel, "ranking");
    var conditions = Figure.Heading.joined(panel.conditions(), place(panel));
    return List.of(BarChart.figure(name, bars, conditions));
  }

  private static boolean isOfThreads(Panel panel) {
    return panel.axis() instanceof Axis.Parallelism || panel.axis() instanceof Axis.JmhThreads;
  }

  /// Where on the axis the lines of a panel are compared.
  static String place(Panel panel) {
    var last = Numbers.position(panel.lastPosition());
    return switch (panel.axis()) {
      case null -> "";
      case Axis.Parallelism _ -> "each at its best parallelism";
      case Axis.JmhThreads _ -> "at " + last + " JMH threads";
      case Axis.Param(var name) -> "at " + name + " = " + last;
    };
  }
}
