package dev.millrace.reports.page;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.chart.Figure;
import java.util.List;

/// A result file against the first one, with the charts of it.
///
/// @param name the stem of its listings in [#LISTINGS]
public record Compared(BeforeAfter pair, String name, List<Figure> figures) {
  /// The folder of comparisons as CSV and JSON, relative to the page.
  public static final String LISTINGS = "comparisons/";

  public Compared {
    figures = List.copyOf(figures);
  }
}
