package dev.millrace.reports.page;

import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Panel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a page shows: files that were read, the headline figure, and the panels with their charts.
///
/// @param comparisons of the first file with others that have series of it
/// @param traces runs that were traced unit by unit
public record Content(
    List<Source> sources,
    @Nullable Figure overview,
    List<Charted> panels,
    List<Compared> comparisons,
    List<Traced> traces) {
  public Content {
    sources = List.copyOf(sources);
    panels = List.copyOf(panels);
    comparisons = List.copyOf(comparisons);
    traces = List.copyOf(traces);
  }

  /// A result file and what lay beside it, as the report has them. Addresses are relative to the
  /// page.
  ///
  /// @param address of the copy of the file
  /// @param environment the address of the copy of its `environment.json`; null when it had none
  public record Source(
      ResultFile file, String address, @Nullable String environment, List<Flame> flames) {
    public Source {
      flames = List.copyOf(flames);
    }

    /// What people call the file.
    String name() {
      return String.valueOf(file.path().getFileName());
    }
  }

  /// A panel and its charts.
  public record Charted(Panel panel, List<Figure> figures) {
    public Charted {
      figures = List.copyOf(figures);
    }

    /// The address of the panel within the page.
    String anchor() {
      return figures.isEmpty() ? "panel" : "s-" + figures.getFirst().name();
    }
  }

  /// What the comparison says of each series, in a word or two; nothing without one, or when there
  /// are several.
  Map<Identity, String> verdicts() {
    return comparisons.size() == 1 ? comparisons.getFirst().pair().verdicts() : Map.of();
  }

  /// The result files.
  List<ResultFile> files() {
    return sources.stream().map(Source::file).toList();
  }

  /// The machine of the first file that has one recorded.
  Environment.Machine machine() {
    return ResultFile.machine(files());
  }

  /// Panels of the code that was measured.
  List<Charted> subjects() {
    return panels.stream().filter(each -> !each.panel().family().isControl()).toList();
  }

  /// Panels of the machine itself.
  List<Charted> controls() {
    return panels.stream().filter(each -> each.panel().family().isControl()).toList();
  }
}
