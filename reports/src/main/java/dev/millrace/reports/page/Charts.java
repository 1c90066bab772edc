package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Charted;
import java.util.ArrayList;
import java.util.List;

/// Every panel of the code that was measured: its sentence, its charts and their numbers.
final class Charts implements Section {
  /// More panels than this begin with their tables closed.
  private static final int MOST_OPEN = 12;

  @Override
  public String id() {
    return "charts";
  }

  @Override
  public String title() {
    return "Charts";
  }

  @Override
  public List<Html> body(Content content) {
    var panels = content.subjects();
    return new ArrayList<>(
        panels.stream().map(each -> panel(each, panels.size() <= MOST_OPEN)).toList());
  }

  private static Html panel(Charted charted, boolean isOpen) {
    var panel = charted.panel();
    var anchor = charted.anchor();
    var table = "t-" + anchor;
    var sentence = Sentence.of(panel);
    var conditions = panel.conditions().isEmpty() ? "" : ", " + panel.conditions();
    var about = panel.family().qualifiedClass() + ", " + panel.mode().words() + conditions;
    var figures =
        charted.figures().stream().map(each -> FigureView.of(each, sentence, "#" + table)).toList();
    return Html.of(
            "article",
            Html.of("h3", panel.title()).with("id", anchor),
            Html.of("p", sentence),
            Html.of("p", about).with("class", "faint"),
            Html.of("div", figures).with("class", "charts"),
            numbers(charted, isOpen).with("id", table))
        .with("class", "panel");
  }

  private static Html.Element numbers(Charted charted, boolean isOpen) {
    var details =
        Html.of(
            "details",
            Html.of("summary", "Numbers"),
            NumberTable.of(charted.panel()),
            Html.of("p", Html.link("#" + SeriesTable.address(charted), "in the table of all")));
    return isOpen ? details.with("open", "") : details;
  }
}
