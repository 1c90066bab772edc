package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Charted;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.study.Row;
import dev.millrace.reports.study.Standing;
import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One table of all series, which the page's script sorts and filters: each row leads to its chart,
/// its raw numbers, its flame graph and the environment.
final class SeriesTable implements Section {
  /// What sorts numbers of all units: the attribute with the number in nanoseconds, or operations a
  /// second; empty where there is none.
  private static final String SORT = "data-v";

  /// The attribute of a head whose column can be chosen from.
  private static final String CHOICE = "data-choice";

  private final List<Entry> entries;
  private final List<Column> columns = new ArrayList<>();

  /// A column: its head, and what it says of a series.
  private record Column(Html.Element head, Function<Entry, Html> cell) {}

  SeriesTable() {
    this(List.of());
  }

  private SeriesTable(List<Entry> entries) {
    this.entries = entries;
  }

  @Override
  public String id() {
    return "series";
  }

  @Override
  public String title() {
    return "All series";
  }

  @Override
  public List<Html> body(Content content) {
    var table = new SeriesTable(Entry.of(content));
    table.choose();
    return List.of(table.html());
  }

  /// The address of the first row of a panel.
  static String address(Charted charted) {
    return "r-" + charted.anchor();
  }

  private void choose() {
    column(choice(hasParam("job") ? "job" : "chart"), SeriesTable::chart);
    column(choice(hasParam("engine") ? "engine" : "line"), each -> words(each.row().line()));
    if (any(each -> each.charted().panel().axis() != null)) {
      column(Tables.head(positionHead()), this::position);
    }
    column(Tables.head("score"), each -> summary(each, Quantity.SCORE));
    if (any(each -> each.row().cpu() != null)) {
      column(Tables.head("CPU time"), each -> summary(each, Quantity.CPU));
    }
    ratio("speed-up", Row::speedUp);
    ratio("over " + Standing.REFERENCE, Row::overReference);
    column(Tables.head("forks"), SeriesTable::forks);
    if (any(each -> !each.verdict().isEmpty())) {
      column(choice("verdict"), each -> words(each.verdict()));
    }
    column(Html.of("td", "leads to").with("class", "words"), SeriesTable::links);
  }

  private void column(Html.Element head, Function<Entry, Html> cell) {
    columns.add(new Column(head, cell));
  }

  private void ratio(String head, Function<Row, @Nullable Ratio> of) {
    if (any(each -> of.apply(each.row()) != null)) {
      column(Tables.head(head), each -> ratio(of.apply(each.row())));
    }
  }

  private static Html.Element choice(String head) {
    return Tables.head(head).with("class", "words").with(CHOICE, "");
  }

  private boolean hasParam(String name) {
    return any(each -> each.series().identity().params().containsKey(name));
  }

  private boolean any(Predicate<Entry> what) {
    return entries.stream().anyMatch(what);
  }

  private Html html() {
    var heads = new ArrayList<Html>();
    heads.add(Tables.head("benchmark"));
    columns.forEach(column -> heads.add(column.head()));
    var rows = new ArrayList<Html>();
    for (var i = 0; i < entries.size(); i++) {
      var isFirst = i == 0 || !entries.get(i).charted().equals(entries.get(i - 1).charted());
      rows.add(row(entries.get(i), isFirst));
    }
    var caption = "Means over forks with 95 % intervals, of everything that was measured";
    var table =
        Html.of(
                "table",
                Html.of("caption", caption),
                Html.of("thead", Html.of("tr", heads)),
                Html.of("tbody", rows))
            .with("class", "sortable");
    return Tables.boxed(caption, table);
  }

  private Html row(Entry entry, boolean isFirst) {
    var cells = new ArrayList<Html>();
    cells.add(Html.of("th", entry.benchmark()).with("scope", "row"));
    columns.forEach(column -> cells.add(column.cell().apply(entry)));
    var row = Html.of("tr", cells);
    return isFirst ? row.with("id", address(entry.charted())) : row;
  }

  private static Html chart(Entry entry) {
    var link = Html.link("#" + entry.charted().anchor(), entry.charted().panel().title());
    return Html.of("td", link).with("class", "words");
  }

  private String positionHead() {
    var names = entries.stream().map(SeriesTable::axis).distinct().toList();
    return names.size() == 1 ? names.getFirst() : "position";
  }

  private static String axis(Entry entry) {
    var axis = entry.charted().panel().axis();
    return axis == null ? "" : axis.name();
  }

  private Html position(Entry entry) {
    var position = entry.row().position();
    if (Double.isNaN(position)) {
      return none();
    }
    var at = Decimal.plain(position);
    var name = axis(entry);
    return number(position, name.equals(positionHead()) ? at : name + " = " + at, "");
  }

  private static Html summary(Entry entry, Quantity quantity) {
    var summary = quantity == Quantity.SCORE ? entry.row().score() : entry.row().cpu();
    var inFile = entry.charted().panel().unit(quantity);
    if (summary == null || !Double.isFinite(summary.mean())) {
      return none();
    }
    var unit = DisplayUnit.of(inFile, Math.abs(summary.mean()));
    var shown = summary.times(unit.factor());
    var sortedBy = summary.mean() * DisplayUnit.of(inFile, Double.MIN_VALUE).factor();
    var mean = Decimal.mean(shown.mean(), shown.interval(), 4) + " " + unit.label();
    return number(sortedBy, mean, of(shown));
  }

  private static String of(Summary summary) {
    var interval = summary.interval();
    return interval == null ? "" : Decimal.interval(interval);
  }

  private static Html ratio(@Nullable Ratio ratio) {
    if (ratio == null || !Double.isFinite(ratio.value())) {
      return none();
    }
    var interval = ratio.interval();
    var range = interval == null ? "" : Decimal.ratioInterval(interval);
    return number(ratio.value(), Decimal.fixed(ratio.value(), 2), range);
  }

  private static Html forks(Entry entry) {
    var score = entry.row().score();
    return score == null || score.forks() == 0
        ? none()
        : number(score.forks(), String.valueOf(score.forks()), "");
  }

  private static Html links(Entry entry) {
    var links = new ArrayList<Html>();
    links.add(Html.link(entry.source().address(), "raw"));
    entry.flames().forEach(flame -> link(links, flame.address(), "flame graph"));
    var environment = entry.source().environment();
    if (environment != null) {
      link(links, environment, "environment");
    }
    return Html.of("td", links).with("class", "words");
  }

  private static void link(List<Html> links, String address, String words) {
    links.add(new Html.Text(" · "));
    links.add(Html.link(address, words));
  }

  private static Html number(double sortedBy, String value, String interval) {
    var cell =
        interval.isEmpty()
            ? Html.of("td", value)
            : Html.of("td", new Html.Text(value + " "), Html.of("small", interval));
    return cell.with(SORT, String.valueOf(sortedBy));
  }

  private static Html words(String words) {
    return Html.of("td", words).with("class", "words");
  }

  private static Html none() {
    return Html.of("td", "–").with(SORT, "");
  }
}
