package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.study.Grid;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Heat maps of the score: lines × a numeric param, a map for each position on the axis.
final class HeatMapChart implements PanelChart {
  private static final int MOST_MAPS = 6;
  private static final int MOST_COLUMNS = 16;
  private static final int LEAST_WIDTH = 620;
  private static final int HEADING = 20;

  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var byParam =
        Grid.of(panel, setting.family()).stream()
            .filter(grid -> grid.values().size() <= MOST_COLUMNS)
            .collect(Collectors.groupingBy(Grid::param, TreeMap::new, Collectors.toList()));
    return byParam.values().stream().flatMap(grids -> figure(panel, grids, setting)).toList();
  }

  private static Stream<Figure> figure(Panel panel, List<Grid> all, Setting setting) {
    var grids = all.subList(Math.max(0, all.size() - MOST_MAPS), all.size());
    var shown = HeatMap.Shown.of(panel, grids);
    if (shown == null) {
      return Stream.empty();
    }
    var words = Quantity.SCORE.words(panel.mode());
    var param = grids.getFirst().param();
    var heading =
        Heading.of(
            grids.getFirst().title() + ": " + words + " by " + param,
            panel.conditions(),
            "framed: the best mean of each row",
            grids.size() < all.size() ? "the last " + grids.size() + " of " + all.size() : "");
    var name = setting.names().of(panel, "map-" + param);
    var maps = grids.stream().map(grid -> new HeatMap(grid, shown)).toList();
    return Stream.of(new Figure(name, heading, cells(maps, words), null));
  }

  private static List<Cell> cells(List<HeatMap> maps, String words) {
    var cells = new ArrayList<Cell>();
    var top = 50;
    for (var map : maps) {
      top += map.place().isEmpty() ? 0 : HEADING;
      var place = map.at(8, top);
      cells.add(new Cell(map::draw, place, map.place(), map.data(words)));
      top += place.height;
    }
    var shown = maps.getFirst().shown();
    var key = new ScaleKey(shown.scale(), words + ", " + shown.unit().label());
    var place = new Rectangle(8, top, LEAST_WIDTH, ScaleKey.HEIGHT);
    cells.add(new Cell(key::draw, place, "", List.of()));
    return cells;
  }
}
