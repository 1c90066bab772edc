package dev.millrace.reports.page;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.beforeafter.Shift;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first result file against each other one that has series of it, judged by the gate.
final class ComparisonSection implements Section {
  private static final List<String> HEADS =
      List.of("series", "metric", "verdict", "change", "95 % interval", "remark");

  @Override
  public String id() {
    return "comparison";
  }

  @Override
  public String title() {
    return "Before and after";
  }

  @Override
  public List<Html> body(Content content) {
    return content.comparisons().stream().map(ComparisonSection::article).toList();
  }

  private static Html article(Compared compared) {
    var pair = compared.pair();
    var title = pair.after() + " against " + pair.before();
    var sentence = sentence(pair);
    var parts = new ArrayList<Html>();
    parts.add(Html.of("h3", title).with("id", "c-" + compared.name()));
    parts.add(Html.of("p", sentence));
    pair.comparison()
        .remarks()
        .forEach(remark -> parts.add(Html.of("p", remark).with("class", "faint")));
    var table = "t-c-" + compared.name();
    var charts =
        compared.figures().stream()
            .map(figure -> FigureView.of(figure, sentence, "#" + table))
            .toList();
    parts.add(Html.of("div", charts).with("class", "charts"));
    parts.add(Html.of("div", table(title, pair)).with("id", table));
    parts.add(links(Compared.LISTINGS + compared.name()));
    return Html.of("article", parts).with("class", "panel");
  }

  private static String sentence(BeforeAfter pair) {
    return "Judged as the gate does, against the margin: " + pair.comparison().counts() + ".";
  }

  private static Html links(String stem) {
    return Html.of(
        "p",
        new Html.Text("Every number as "),
        Html.link(stem + ".csv", "CSV"),
        new Html.Text(" and "),
        Html.link(stem + ".json", "JSON"),
        new Html.Text("."));
  }

  private static Html table(String title, BeforeAfter pair) {
    var rows = pair.shifts().stream().map(ComparisonSection::row).toList();
    return Tables.of(title + ", the largest change first", HEADS, rows);
  }

  private static Html row(Shift shift) {
    var judgement = shift.judgement();
    return Html.of(
        "tr",
        Html.of("th", judgement.identity().label()).with("scope", "row"),
        words(judgement.metric()),
        words(shift.verdict().words()),
        Html.of("td", change(shift.ratio())),
        Html.of("td", interval(shift.ratio())),
        words(judgement.reason()));
  }

  private static Html words(String words) {
    return Html.of("td", words).with("class", "words");
  }

  private static String change(@Nullable Ratio ratio) {
    return ratio == null ? "–" : Decimal.change(ratio.value());
  }

  private static String interval(@Nullable Ratio ratio) {
    var interval = ratio == null ? null : ratio.interval();
    return interval == null
        ? "–"
        : "[" + Decimal.change(interval.low()) + ", " + Decimal.change(interval.high()) + "]";
  }
}
