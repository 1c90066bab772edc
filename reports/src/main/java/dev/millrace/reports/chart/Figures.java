package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.chart.Plot.Curve;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Plotted;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.study.Scalability;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lays charts out as [Figure]s.
public final class Figures {
  private static final int LEFT = 8;
  private static final int TOP = 50;
  private static final int COLUMNS = 5;
  private static final int MOST_TOGETHER = 8;
  private static final String DRAWN = "dots: forks · bars: 95 % intervals over forks";
  private static final String PALE = "pale: the other lines · grey: ideal";

  private final Environment.Machine machine;

  /// Figures that mark the cores of a machine.
  public Figures(Environment.Machine machine) {
    this.machine = machine;
  }

  /// One panel, one quantity: all lines in one chart, or, where they are too many to be told apart,
  /// a chart for each with the others pale behind it.
  public Figure single(String name, Panel panel, Plotted quantity, Pens pens) {
    var plot = Plot.of(panel, quantity);
    if (panel.axis() == null) {
      return BarChart.figure(name, Bars.of(plot), panel.conditions());
    }
    return plot.curves().size() > MOST_TOGETHER
        ? multiples(name, plot, pens)
        : scaling(name, plot, pens);
  }

  /// Several quantities of a panel, a chart each.
  ///
  /// @param note a remark for the subtitle, empty for none
  Figure derived(String name, List<Plot> plots, Pens pens, String note) {
    var lines = plots.stream().mapToInt(plot -> plot.curves().size()).max().orElse(0);
    var tiles = Tiles.of(plots.size(), lines > MOST_TOGETHER ? 2 : 3);
    var cells = new ArrayList<Cell>();
    for (var plot : plots) {
      var place = tiles.place(cells.size());
      var heading = plot.quantity().words(plot.panel().mode());
      cells.add(cell(plot, chart(plot, view(plot, pens, true, null)), place, heading));
    }
    var panel = plots.getFirst().panel();
    var title = panel.title() + ": scaling with " + axisName(panel);
    var subtitle =
        Heading.joined(panel.conditions(), "ratios: over the line's own first point", note);
    return new Figure(
        name, new Heading(title, subtitle), cells, new Legend(plots, pens, tiles.width()));
  }

  /// Throughput with a law through it, a chart for each line.
  Figure laws(String name, Plot plot, Pens pens, Map<String, Scalability> laws) {
    var curves = plot.curves().stream().filter(curve -> !curve.level()).toList();
    var tiles = Tiles.of(curves.size(), 3);
    var cells = new ArrayList<Cell>();
    var said = new ArrayList<String>();
    for (var curve : curves) {
      var words = Laws.words(curve, laws.get(curve.name()));
      said.add(curve.name() + ": " + String.join(", ", words));
      var chart = chart(plot, view(plot, pens, true, curve.name()));
      var place = tiles.place(cells.size());
      cells.add(new Cell(new Captioned(chart, words), place, curve.name(), data(plot, curve)));
    }
    var title = heading(plot) + " against " + axisName(plot.panel()) + ", laws of scalability";
    var subtitle = Heading.joined(multiple(plot.panel()), "bands: 95 % intervals of the law");
    return new Figure(name, new Heading(title, subtitle, String.join("; ", said)), cells, null);
  }

  private Figure multiples(String name, Plot plot, Pens pens) {
    var tiles = Tiles.of(plot.curves().size(), 4);
    var cells = new ArrayList<Cell>();
    for (var curve : plot.curves()) {
      var chart = chart(plot, view(plot, pens, true, curve.name()));
      var place = tiles.place(cells.size());
      cells.add(new Cell(chart, place, curve.name(), data(plot, curve)));
    }
    var subtitle = multiple(plot.panel());
    var title = heading(plot) + " against " + axisName(plot.panel());
    return new Figure(name, new Heading(title, subtitle), cells, null);
  }

  /// The subtitle of a figure with a chart for each line.
  private String multiple(Panel panel) {
    var cores =
        CoreMark.of(machine, panel.axis()).stream()
            .filter(mark -> mark.position() <= panel.lastPosition())
            .map(CoreMark::label)
            .collect(Collectors.joining(", "));
    var pale = panel.lines().size() > 1 ? PALE : "";
    return Heading.joined(panel.conditions(), pale, cores.isEmpty() ? "" : "upright: " + cores);
  }

  /// The numbers of one curve, and those of none with the first.
  private static List<Datum> data(Plot plot, Curve curve) {
    var isFirst = curve.equals(plot.curves().getFirst());
    return PlotData.of(plot).stream()
        .filter(each -> each.line().equals(curve.name()) || (isFirst && each.line().isEmpty()))
        .toList();
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
          cells.add(cell(plot, chart(plot, view(plot, pens, true, null)), place, heading));
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
    var place = new Rectangle(LEFT, TOP, 740, 360);
    var cell = cell(plot, chart(plot, view(plot, pens, false, null)), place, "");
    var title = heading(plot) + " against " + axisName(plot.panel());
    var heading = new Heading(title, subtitle(plot.panel().conditions()));
    return new Figure(name, heading, List.of(cell), null);
  }

  private static Cell cell(Plot plot, Drawing chart, Rectangle place, String heading) {
    return new Cell(chart, place, heading, PlotData.of(plot));
  }

  private static Drawing chart(Plot plot, View view) {
    return ScalingChart.of(plot, view);
  }

  private View view(Plot plot, Pens pens, boolean small, @Nullable String focus) {
    return new View(pens, CoreMark.of(machine, plot.panel().axis()), small, focus);
  }

  private static String heading(Plot plot) {
    return plot.panel().title() + ": " + plot.quantity().words(plot.panel().mode());
  }

  private static String axisName(Panel panel) {
    var axis = panel.axis();
    return axis == null ? "" : axis.name();
  }

  private static String subtitle(String conditions) {
    return Heading.joined(conditions, DRAWN);
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
