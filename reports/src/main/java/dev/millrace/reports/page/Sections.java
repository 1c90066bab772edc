package dev.millrace.reports.page;

import java.util.ArrayList;
import java.util.List;

/// Every section that a page can have, in the order of the page.
final class Sections {
  static final List<Section> ALL =
      List.of(
          new Findings(),
          new FailedForks(),
          new Overview(),
          new ComparisonSection(),
          new MachineSection(),
          new Charts(),
          new LostSection(),
          new TraceSection(),
          new SeriesTable(),
          new FlameGraphs(),
          new Method(),
          new RawResults());

  private Sections() {}

  /// The sections that have something to say, each with its heading; without result files only
  /// traces have.
  static List<Html.Element> of(Content content) {
    var sections = content.sources().isEmpty() ? List.of(new TraceSection()) : ALL;
    return sections.stream()
        .map(section -> of(section, section.body(content)))
        .filter(section -> section.content().size() > 1)
        .toList();
  }

  private static Html.Element of(Section section, List<Html> body) {
    var heading = Html.of("h2", section.title()).with("id", section.id());
    var parts = new ArrayList<Html>();
    parts.add(heading);
    parts.addAll(body);
    return Html.of("section", parts).with("aria-labelledby", section.id());
  }
}
