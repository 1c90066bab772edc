package dev.millrace.reports.page;

import java.util.ArrayList;
import java.util.List;

/// Tables in a box of their own, which scrolls where the page is too narrow.
final class Tables {
  private static final String WORDS = "words";

  private Tables() {}

  /// A table with a caption, the heads of its columns, and its rows.
  static Html of(String caption, List<String> heads, List<? extends Html> rows) {
    return boxed(
        caption,
        Html.of(
            "table",
            Html.of("caption", caption),
            Html.of("thead", Html.of("tr", heads(heads, rows))),
            Html.of("tbody", rows)));
  }

  /// The heads, each to the side on which its column is.
  private static List<Html> heads(List<String> words, List<? extends Html> rows) {
    var heads = new ArrayList<Html>();
    for (var column = 0; column < words.size(); column++) {
      var head = head(words.get(column));
      heads.add(isOfWords(rows, column) ? head.with("class", WORDS) : head);
    }
    return heads;
  }

  private static boolean isOfWords(List<? extends Html> rows, int column) {
    return !rows.isEmpty()
        && rows.getFirst() instanceof Html.Element row
        && row.content().get(column) instanceof Html.Element cell
        && cell.attributes().getOrDefault("class", "").startsWith(WORDS);
  }

  /// The head of a column.
  static Html.Element head(String words) {
    return words.isEmpty() ? Html.of("td", "") : Html.of("th", words).with("scope", "col");
  }

  /// A box around a table that can be reached and scrolled by keyboard.
  static Html boxed(String label, Html table) {
    return Html.of("div", table)
        .with("class", "table")
        .with("role", "region")
        .with("aria-label", label)
        .with("tabindex", "0");
  }
}
