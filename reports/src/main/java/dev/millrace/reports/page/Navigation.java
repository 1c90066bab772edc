package dev.millrace.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The contents of a page: each heading with an address is an entry, those of the third rank below
/// that of the second.
final class Navigation {
  private Navigation() {}

  /// The navigation of some sections.
  static Html of(List<Html.Element> sections) {
    var items = sections.stream().map(Navigation::item).toList();
    return Html.of("nav", Html.of("ul", items)).with("aria-label", "Contents");
  }

  private static Html item(Html.Element section) {
    var parts = new ArrayList<Html>();
    headings(section, "h2").map(Navigation::link).forEach(parts::add);
    var below = headings(section, "h3").map(heading -> Html.of("li", link(heading))).toList();
    if (!below.isEmpty()) {
      parts.add(Html.of("ul", below));
    }
    return Html.of("li", parts);
  }

  private static Html link(Html.Element heading) {
    return Html.of("a", heading.content()).with("href", "#" + heading.attributes().get("id"));
  }

  private static Stream<Html.Element> headings(Html html, String rank) {
    return switch (html) {
      case Html.Element element when element.name().equals(rank) ->
          element.attributes().containsKey("id") ? Stream.of(element) : Stream.empty();
      case Html.Element element -> element.content().stream().flatMap(each -> headings(each, rank));
      case Html.Text _, Html.Verbatim _ -> Stream.empty();
    };
  }
}
