package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Source;
import java.util.ArrayList;
import java.util.List;

/// Links to everything that the page is made of, and to its tables in other forms.
final class RawResults implements Section {
  @Override
  public String id() {
    return "files";
  }

  @Override
  public String title() {
    return "Raw results";
  }

  @Override
  public List<Html> body(Content content) {
    var items = new ArrayList<Html>();
    content.sources().forEach(source -> items.add(item(source)));
    items.add(
        Html.of(
            "li",
            new Html.Text("The table of all series: "),
            Html.link(Page.TABLE + ".csv", "CSV"),
            new Html.Text(", "),
            Html.link(Page.TABLE + ".json", "JSON")));
    items.add(Html.of("li", Html.link(Page.MARKDOWN, "This page as Markdown")));
    return List.of(Html.of("ul", items));
  }

  private static Html item(Source source) {
    var parts = new ArrayList<Html>();
    parts.add(Html.link(source.address(), source.name()));
    var environment = source.environment();
    if (environment != null) {
      parts.add(new Html.Text(", "));
      parts.add(Html.link(environment, "its environment"));
    }
    source.file().notes().forEach(note -> parts.add(new Html.Text("; note: " + note)));
    return Html.of("li", parts);
  }
}
