package dev.millrace.reports.page;

import java.util.List;

/// The headline figure: all panels of the first benchmark at a glance.
final class Overview implements Section {
  @Override
  public String id() {
    return "overview";
  }

  @Override
  public String title() {
    return "Overview";
  }

  @Override
  public List<Html> body(Content content) {
    var figure = content.overview();
    return figure == null
        ? List.of()
        : List.of(FigureView.of(figure, "", "#series").with("class", "wide"));
  }
}
