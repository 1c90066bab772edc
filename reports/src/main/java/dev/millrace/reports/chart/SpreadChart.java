package dev.millrace.reports.chart;

import dev.millrace.reports.chart.Figure.Cell;
import dev.millrace.reports.chart.Figure.Heading;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.text.Decimal;
import java.awt.Rectangle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// How forks differ, and iterations within each fork: a box for each fork, relative to the mean, so
/// that series of any size can be read side by side.
final class SpreadChart implements PanelChart {
  private static final int FORK = 10;
  private static final int MOST_HEIGHT = 1000;
  private static final int MOST_ROWS = 16;

  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var all = Entry.of(panel).stream().map(SpreadRow::of).filter(Objects::nonNull).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    var forks = all.stream().mapToInt(row -> row.forks().size()).max().orElse(1);
    var height = Math.max(22, FORK * forks + 8);
    var most = Math.clamp(MOST_HEIGHT / height, 1, MOST_ROWS);
    var rows = Entry.oddest(all, most, SpreadRow::difference);
    var boxes = new SpreadBoxes(rows);
    var words = Quantity.SCORE.words(panel.mode());
    var heading =
        Heading.of(
            panel.title() + ": how far " + words + " is from its mean, fork by fork",
            boxes.words(),
            rows.size() < all.size()
                ? rows.size() + " of " + all.size() + " series, whose forks differ most"
                : "",
            panel.conditions());
    var place = new Rectangle(8, 50, 760, 58 + height * rows.size());
    var cell = new Cell(boxes.chart()::draw, place, "", boxes.data(panel.title(), words));
    return List.of(
        new Figure(
            setting.names().of(panel, "forks"), heading.saying(words(rows)), List.of(cell), null));
  }

  /// How far the forks of each series are apart, for who cannot see it.
  private static String words(List<SpreadRow> rows) {
    return rows.stream()
        .map(row ->
            row.forks().size() == 1
                ? "one fork of " + row.entry().name()
                : "the forks of "
                    + row.entry().name()
                    + " lie within "
                    + Decimal.significant(row.difference(), 2)
                    + " %")
        .collect(Collectors.joining("; "));
  }
}
