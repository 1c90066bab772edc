package dev.millrace.reports.page;

import dev.millrace.reports.chart.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows a [Figure] with links to its files.
final class FigureView {
  private static final List<String> FILES = List.of("CSV", "JSON", "PNG");

  private FigureView() {}

  /// The picture, which is a link to itself in full size, above links to its numbers.
  ///
  /// @param sentence what is to be learned from it, besides what it shows
  /// @param table the address of the table of the same numbers; null for none
  static Html.Element of(Figure figure, String sentence, @Nullable String table) {
    var stem = Page.CHARTS + figure.name();
    var image =
        Html.of("img")
            .with("src", stem + ".svg")
            .with("alt", (figure.alternative() + " " + sentence).strip())
            .with("width", String.valueOf(figure.width()))
            .with("height", String.valueOf(figure.height()))
            .with("loading", "lazy");
    var picture = Html.of("a", image).with("href", stem + ".svg");
    return Html.of(
        "figure",
        Html.of("div", picture).with("class", "chart"),
        Html.of("figcaption", links(stem, table)));
  }

  private static List<Html> links(String stem, @Nullable String table) {
    var links = new ArrayList<Html>();
    if (table != null) {
      links.add(Html.link(table, "table"));
    }
    for (var ending : FILES) {
      if (!links.isEmpty()) {
        links.add(new Html.Text(" · "));
      }
      links.add(Html.link(stem + "." + ending.toLowerCase(Locale.ROOT), ending));
    }
    return links;
  }
}
