package dev.millrace.reports.page;

import java.util.List;

/// Tables in a box of their own, which scrolls where the page is too narrow.
final class Tables {
  private Tables() {}

  /// A table with a caption, the heads of its columns, and its rows.
  static Html of(String caption, List<String> heads, List<? extends Html> rows) {
    return boxed(
        caption,
        Html.of(
            "table",
            Html.of("caption", caption),
            Html.of("thead", Html.of("tr", heads.stream().map(Tables::head).toList())),
            Html.of("tbody", rows)));
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
