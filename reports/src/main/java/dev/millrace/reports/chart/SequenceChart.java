package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Every iteration of every fork in the order they ran, a small chart for each series that is odd
/// in some way, the oddest twelve of them; of others four at most.
///
/// Warm-up iterations are not in a JMH file; the subtitle says so.
final class SequenceChart implements PanelChart {
  private static final int MOST = 12;
  private static final int COLUMNS = 4;
  private static final int NARROW = 264;
  private static final int WIDE = 660;
  private static final int HEIGHT = 170;
  private static final int HEADING = 22;

  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var all =
        Entry.of(panel).stream()
            .map(entry -> Sequence.of(entry, panel.family().unit()))
            .filter(Objects::nonNull)
            .toList();
    if (all.isEmpty()) {
      return List.of();
    }
    var odd = (int) all.stream().filter(Sequence::isOdd).count();
    var shown = Entry.oddest(all, Math.clamp(odd, COLUMNS, MOST), Sequence::oddness);
    var words = Quantity.SCORE.words(panel.mode());
    var heading =
        Heading.of(
            panel.title() + ": " + words + " of every iteration, fork by fork",
            "axes do not begin at zero",
            "grey: fork means",
            shown.stream().anyMatch(Sequence::isUnsettled)
                ? "shaded: before the change point where a fork settled"
                : "",
            shown.size() < all.size()
                ? "the oddest " + shown.size() + " of " + all.size() + " series"
                : "",
            warmUp(shown.getFirst().entry().point().series()));
    var cells = cells(panel.title(), words, shown);
    var name = setting.names().of(panel, "iterations");
    var said = shown.stream().map(Sequence::sentence).collect(Collectors.joining("; "));
    return List.of(new Figure(name, heading.saying(said), cells, null));
  }

  private static List<Cell> cells(String panel, String words, List<Sequence> shown) {
    var columns = Math.min(COLUMNS, shown.size());
    var wide = Math.max(NARROW, WIDE / columns);
    var cells = new ArrayList<Cell>();
    for (var index = 0; index < shown.size(); index++) {
      var sequence = shown.get(index);
      var left = 8 + index % COLUMNS * wide;
      var top = 50 + HEADING + index / COLUMNS * (HEIGHT + HEADING);
      var place = new Rectangle(left, top, wide - 8, HEIGHT);
      var chart = SequencePlot.of(sequence);
      cells.add(new Cell(chart::draw, place, sequence.entry().name(), sequence.data(panel, words)));
    }
    return cells;
  }

  /// How long the warm-up was that the file has left out, as far as it tells.
  private static String warmUp(Series series) {
    var count = series.rest().get("warmupIterations");
    var time = series.rest().get("warmupTime");
    return count == null || time == null
        ? "warm-up is not recorded"
        : "warm-up (" + count + " × " + time.replace("\"", "") + ") is not recorded";
  }
}
