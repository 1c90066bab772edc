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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Every iteration of every fork in the order they ran, a small chart for each series that is odd
/// in some way, the oddest twelve of them; of others four at most.
///
/// Warm-up iterations, which a JMH file lacks, come before the measured ones of their fork where
/// they were kept beside it; where not, the subtitle says so.
final class SequenceChart implements PanelChart {
  private static final int MOST = 12;
  private static final int COLUMNS = 4;
  private static final int NARROW = 264;
  private static final int WIDE = 780;
  private static final int HEIGHT = 170;
  private static final int HEADING = 22;
  private static final int LABELS = 56;

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
            where("tinted, hollow: warm-up", shown, Sequence::hasWarmUp),
            where("arrows: beyond the axis", shown, Sequence::hasBeyond),
            where("dashed: settled", shown, Sequence::isSettledInTime),
            where("shaded: not yet settled", shown, Sequence::isUnsettled),
            shown.size() < all.size()
                ? "the oddest " + shown.size() + " of " + all.size() + " series"
                : "",
            unrecorded(shown));
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
      var chart = SequencePlot.of(sequence, place.width - LABELS);
      cells.add(new Cell(chart::draw, place, sequence.entry().name(), sequence.data(panel, words)));
    }
    return cells;
  }

  /// Words that are said where they are true of any series.
  private static String where(String words, List<Sequence> shown, Predicate<Sequence> condition) {
    return shown.stream().anyMatch(condition) ? words : "";
  }

  /// How long the warm-up was that nothing tells of, as far as the file says; empty where all is
  /// told.
  private static String unrecorded(List<Sequence> shown) {
    return shown.stream()
        .map(sequence -> sequence.entry().point().series())
        .filter(series -> series.warmUp().isEmpty())
        .map(SequenceChart::unrecorded)
        .findFirst()
        .orElse("");
  }

  private static String unrecorded(Series series) {
    var count = series.rest().get("warmupIterations");
    var time = series.rest().get("warmupTime");
    return count == null || time == null
        ? "warm-up is not recorded"
        : "warm-up (" + count + " × " + time.replace("\"", "") + ") is not recorded";
  }
}
