package dev.millrace.reports.page;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.beforeafter.Shift;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a page that holds one result file against another.
final class ComparisonSection {
  private static final List<String> HEADS =
      List.of("metric", "verdict", "change", "95 % interval", "remark");

  private ComparisonSection() {}

  static Html of(Content.Comparison comparison) {
    var pair = comparison.pair();
    var parts = new ArrayList<Html>();
    parts.add(
        Html.of("h2", pair.after() + " against " + pair.before()).with("id", comparison.name()));
    parts.add(Html.of("p", sentence(pair)));
    pair.comparison()
        .remarks()
        .forEach(note -> parts.add(Html.of("p", note).with("class", "faint")));
    var charts =
        comparison.figures().stream()
            .map(figure -> Page.figure(figure, figure.heading().title() + ". " + sentence(pair)))
            .toList();
    parts.add(Html.of("div", charts).with("class", "charts"));
    parts.add(table(pair));
    parts.add(links(comparison.name()));
    return Html.of("section", parts);
  }

  private static String sentence(BeforeAfter pair) {
    return "Judged as the gate does, against the margin: " + pair.comparison().counts() + ".";
  }

  private static Html links(String name) {
    var stem = Page.LISTINGS + name;
    return Html.of(
        "p",
        new Html.Text("Every number as "),
        Html.link(stem + ".csv", "CSV"),
        new Html.Text(" and "),
        Html.link(stem + ".json", "JSON"),
        new Html.Text("."));
  }

  private static Html table(BeforeAfter pair) {
    var heads = new ArrayList<Html>();
    heads.add(Html.of("th", "").with("scope", "col"));
    HEADS.forEach(head -> heads.add(Html.of("th", head).with("scope", "col")));
    var rows = pair.shifts().stream().map(ComparisonSection::row).toList();
    var table =
        Html.of(
            "table",
            Html.of("caption", "Changes from before to after, the largest first."),
            Html.of("thead", Html.of("tr", heads)),
            Html.of("tbody", rows));
    return Html.of("div", table).with("class", "table");
  }

  private static Html row(Shift shift) {
    var judgement = shift.judgement();
    return Html.of(
        "tr",
        Html.of("th", judgement.identity().label()).with("scope", "row"),
        Html.of("td", judgement.metric()),
        Html.of("td", shift.verdict().words()),
        Html.of("td", change(shift.ratio())),
        Html.of("td", interval(shift.ratio())),
        Html.of("td", judgement.reason()));
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
