package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;

/// Lays charts out as [Figure]s.
public final class Figures {
  private static final int LEFT = 8;
  private static final int TOP = 50;
  private static final int COLUMNS = 5;

  private final Environment.Machine machine;

  /// Figures that mark the cores of a machine.
  public Figures(Environment.Machine machine) {
    this.machine = machine;
  }

  /// One panel, one quantity, in full size.
  public Figure single(String name, Panel panel, Quantity quantity, Pens pens) {
    var plot = Plot.of(panel, quantity);
    return panel.axis() == null
        ? BarChart.figure(name, Bars.of(plot), panel.conditions())
        : scaling(name, plot, pens);
  }

  /// All panels at a glance: a column for each, run time over CPU time. The panels must have axes.
  public Figure overview(List<Panel> panels, Pens pens) {
    var quantities =
        List.of(Quantity.values()).stream()
            .filter(quantity -> panels.stream().anyMatch(panel -> panel.has(quantity)))
            .toList();
    var cells = new ArrayList<Cell>();
    var plots = new ArrayList<Plot>();
    var columns = Math.min(COLUMNS, panels.size());
    var wide = Math.max(264, 800 / columns);
    for (var index = 0; index < panels.size(); index++) {
      var panel = panels.get(index);
      var block = index / COLUMNS * quantities.size();
      for (var row = 0; row < quantities.size(); row++) {
        if (panel.has(quantities.get(row))) {
          var plot = Plot.of(panel, quantities.get(row));
          var place =
              new Rectangle(
                  LEFT + index % COLUMNS * wide, TOP + 22 + (block + row) * 244, wide - 4, 218);
          var heading = panel.title() + ": " + plot.quantity().words(panel.mode());
          plots.add(plot);
          cells.add(cell(plot, chart(plot, pens, true), place, heading));
        }
      }
    }
    var legend = new Legend(plots, pens, columns * wide);
    return new Figure("overview", overviewHeading(panels, quantities), cells, legend);
  }

  private Heading overviewHeading(List<Panel> panels, List<Quantity> quantities) {
    var first = panels.getFirst();
    var words =
        quantities.stream()
            .flatMap(quantity -> panels.stream().map(panel -> quantity.words(panel.mode())))
            .distinct()
            .toList();
    var title = String.join(" and ", words) + " against " + axisName(first);
    return new Heading(capitalised(title), subtitle(first.conditions()));
  }

  private Figure scaling(String name, Plot plot, Pens pens) {
    var width = 620;
    var cell = cell(plot, chart(plot, pens, false), new Rectangle(LEFT, TOP, width, 360), "");
    var title = heading(plot) + " against " + axisName(plot.panel());
    var legend = new Legend(List.of(plot), pens, width);
    return new Figure(
        name, new Heading(title, subtitle(plot.panel().conditions())), List.of(cell), legend);
  }

  private static Cell cell(Plot plot, JFreeChart chart, Rectangle place, String heading) {
    return new Cell(chart::draw, place, heading, PlotData.of(plot));
  }

  private JFreeChart chart(Plot plot, Pens pens, boolean small) {
    return ScalingChart.of(plot, pens, CoreMark.of(machine, plot.panel().axis()), small);
  }

  private static String heading(Plot plot) {
    return plot.panel().title() + ": " + plot.quantity().words(plot.panel().mode());
  }

  private static String axisName(Panel panel) {
    var axis = panel.axis();
    return axis == null ? "" : axis.name();
  }

  private static String subtitle(String conditions) {
    var drawn = "dots: forks · bars: 95 % intervals over forks";
    return conditions.isEmpty() ? drawn : conditions + " · " + drawn;
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
