package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Source;
import java.util.ArrayList;
import java.util.List;

/// The flame graphs that lay beside the results, differences of engines first; where there are
/// none, how to make them.
final class FlameGraphs implements Section {
  private static final String NONE =
      "None lie beside the results. The profiler FlameProfiler makes them while JMH runs, and "
          + "scripts/profile.sh makes those of two engines and their difference; a report made "
          + "of results in the same folder shows them.";

  @Override
  public String id() {
    return "flames";
  }

  @Override
  public String title() {
    return "Flame graphs";
  }

  @Override
  public List<Html> body(Content content) {
    var items = new ArrayList<Html>();
    for (var differs : List.of(true, false)) {
      for (var source : content.sources()) {
        source.flames().stream()
            .filter(flame -> flame.isDifference() == differs)
            .forEach(flame -> items.add(item(source, flame, content.sources().size() > 1)));
      }
    }
    return List.of(
        items.isEmpty() ? Html.of("p", NONE) : Html.of("ul", items).with("class", "findings"));
  }

  private static Html item(Source source, Flame flame, boolean isOneOfSeveral) {
    var kind = flame.isDifference() ? " (difference)" : "";
    var origin = isOneOfSeveral ? ", beside " + source.name() : "";
    return Html.of("li", Html.link(flame.address(), flame.name()), new Html.Text(kind + origin));
  }
}
