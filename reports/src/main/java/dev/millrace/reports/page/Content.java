package dev.millrace.reports.page;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Panel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page shows: files that were read, the headline figure, and the panels with their charts.
///
/// @param links the address of the raw data of each file, in the order of the files
public record Content(
    List<ResultFile> files,
    List<String> links,
    @Nullable Figure overview,
    List<Section> sections,
    List<Comparison> comparisons) {
  public Content {
    files = List.copyOf(files);
    links = List.copyOf(links);
    sections = List.copyOf(sections);
    comparisons = List.copyOf(comparisons);
  }

  /// Two files against each other, with the charts of it.
  ///
  /// @param name the stem of its listings in [Page#LISTINGS]
  public record Comparison(BeforeAfter pair, String name, List<Figure> figures) {
    public Comparison {
      figures = List.copyOf(figures);
    }
  }

  /// A panel and its charts.
  public record Section(Panel panel, List<Figure> figures) {
    public Section {
      figures = List.copyOf(figures);
    }

    /// The name by which links find it.
    String anchor() {
      return figures.isEmpty() ? "panel" : "s-" + figures.getFirst().name();
    }
  }

  /// Sections on the code that was measured.
  List<Section> subjects() {
    return sections.stream().filter(each -> !each.panel().family().isControl()).toList();
  }

  /// Sections on the machine itself.
  List<Section> controls() {
    return sections.stream().filter(each -> each.panel().family().isControl()).toList();
  }

  /// The machine of the first file that has one recorded.
  Environment environment() {
    return files.stream()
        .map(ResultFile::environment)
        .filter(each -> !each.equals(Environment.UNKNOWN))
        .findFirst()
        .orElse(Environment.UNKNOWN);
  }
}
