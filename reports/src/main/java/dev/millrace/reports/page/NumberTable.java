package dev.millrace.reports.page;

import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.study.Row;
import dev.millrace.reports.study.Standing;
import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The table of a panel: every number that is charted, and the ratios made of them.
final class NumberTable {
  private final Panel panel;
  private final List<Row> rows;
  private final List<Column> columns = new ArrayList<>();

  /// A column: its head, and what it says of a row.
  private record Column(String head, Function<Row, Html> cell) {}

  private NumberTable(Panel panel) {
    this.panel = panel;
    this.rows = Row.of(panel);
  }

  /// The table, with only the columns that say something.
  static Html of(Panel panel) {
    var table = new NumberTable(panel);
    table.choose();
    return table.html();
  }

  private void choose() {
    var axis = panel.axis();
    if (axis != null) {
      columns.add(new Column(axis.name(), row -> cell(Decimal.plain(row.position()))));
    }
    add(Quantity.SCORE, Row::score);
    add(Quantity.CPU, Row::cpu);
    rows.stream()
        .flatMap(row -> row.others().keySet().stream())
        .distinct()
        .sorted()
        .forEach(name -> add(name, panel.unit(name), row -> row.others().get(name)));
    add("speed-up over its own 1", Row::speedUp);
    add("efficiency", Row::efficiency);
    add("speed over " + Standing.REFERENCE, Row::overReference);
    columns.add(new Column("forks", row -> cell(forks(row))));
  }

  private void add(Quantity quantity, Function<Row, @Nullable Summary> of) {
    if (panel.has(quantity)) {
      add(quantity.words(panel.mode()), panel.unit(quantity), of);
    }
  }

  private void add(String name, String inFile, Function<Row, @Nullable Summary> of) {
    var greatest =
        rows.stream()
            .map(of)
            .mapToDouble(each -> each == null ? 0 : each.mean())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    var unit = DisplayUnit.of(inFile, greatest);
    columns.add(new Column(name + ", " + unit.label(), row -> summary(of.apply(row), unit)));
  }

  private void add(String head, Function<Row, @Nullable Ratio> of) {
    if (rows.stream().anyMatch(row -> of.apply(row) != null)) {
      columns.add(new Column(head, row -> ratio(of.apply(row))));
    }
  }

  private Html html() {
    var heads = new ArrayList<String>();
    heads.add("");
    columns.forEach(column -> heads.add(column.head()));
    var caption = "Means over forks with 95 % intervals; " + Sentence.direction(panel.mode()) + ".";
    return Tables.of(panel.title() + ". " + caption, heads, rows.stream().map(this::row).toList());
  }

  private Html row(Row row) {
    var cells = new ArrayList<Html>();
    cells.add(Html.of("th", row.line()).with("scope", "row"));
    columns.forEach(column -> cells.add(column.cell().apply(row)));
    return Html.of("tr", cells);
  }

  private static String forks(Row row) {
    var score = row.score();
    return score == null || score.forks() == 0 ? "not kept" : String.valueOf(score.forks());
  }

  private static Html summary(@Nullable Summary summary, DisplayUnit unit) {
    if (summary == null) {
      return cell("–");
    }
    var shown = summary.times(unit.factor());
    var interval = shown.interval();
    return interval == null
        ? cell(Decimal.significant(shown.mean(), 4))
        : cell(Decimal.mean(shown.mean(), interval, 4), Decimal.interval(interval));
  }

  private static Html ratio(@Nullable Ratio ratio) {
    if (ratio == null || !Double.isFinite(ratio.value())) {
      return cell("–");
    }
    var interval = ratio.interval();
    var value = Decimal.fixed(ratio.value(), 2);
    return interval == null ? cell(value) : cell(value, Decimal.ratioInterval(interval));
  }

  private static Html cell(String value) {
    return Html.of("td", value);
  }

  private static Html cell(String value, String interval) {
    return Html.of("td", new Html.Text(value + " "), Html.of("small", interval));
  }
}
