package dev.millrace.reports;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.beforeafter.ShiftList;
import dev.millrace.reports.chart.BeforeAfterFigures;
import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.chart.FigureFiles;
import dev.millrace.reports.chart.FigureNames;
import dev.millrace.reports.chart.Figures;
import dev.millrace.reports.chart.PanelChart.Setting;
import dev.millrace.reports.chart.PanelCharts;
import dev.millrace.reports.chart.Pens;
import dev.millrace.reports.gate.Format;
import dev.millrace.reports.page.Compared;
import dev.millrace.reports.page.Content;
import dev.millrace.reports.page.Content.Charted;
import dev.millrace.reports.page.Page;
import dev.millrace.reports.page.Traced;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a report: the page, its charts, and a copy of the raw results, all in one folder.
final class ReportFolder {
  private static final String PAGE = "index.html";
  private static final int MOST_IN_OVERVIEW = 20;

  /// More lines in one small chart tell nothing.
  private static final int MOST_LINES = 20;

  private final Path folder;
  private final List<ResultFile> files;
  private final List<Trace> traces;
  private final Environment.Machine machine;
  private final FigureNames names = new FigureNames("overview");

  /// What was written: the folder, and every file in it but the copies of the results.
  record Written(Path folder, List<Path> files) {
    Written {
      files = List.copyOf(files);
    }

    /// The page.
    Path page() {
      return folder.resolve(PAGE);
    }
  }

  ReportFolder(Path folder, List<ResultFile> files, List<Trace> traces) {
    this.folder = folder;
    this.files = files;
    this.traces = traces;
    this.machine = ResultFile.machine(files);
  }

  /// Writes everything.
  ///
  /// @param told gets a line every few seconds
  /// @throws IOException when the folder cannot be written
  Written write(List<Panel> panels, List<BeforeAfter> pairs, Consumer<String> told)
      throws IOException {
    Files.createDirectories(folder);
    var overview = overview(panels);
    var charted = charted(panels);
    var figures = new ArrayList<Figure>();
    if (overview != null) {
      figures.add(overview);
    }
    charted.forEach(each -> figures.addAll(each.figures()));
    var compared = pairs.stream().map(this::compared).toList();
    compared.forEach(each -> figures.addAll(each.figures()));
    var data = new DataFolder(folder);
    var traced = traced(data);
    traced.forEach(each -> figures.addAll(each.figures()));
    var written = new ArrayList<>(FigureFiles.writeAll(figures, folder.resolve(Page.CHARTS), told));
    var page = Page.of(new Content(data.copy(files), overview, charted, compared, traced));
    for (var each : compared) {
      written.addAll(list(each));
    }
    written.add(Files.writeString(folder.resolve(Page.MARKDOWN), page.markdown()));
    written.add(Files.writeString(folder.resolve(Page.TABLE + ".csv"), page.tableCsv()));
    written.add(Files.writeString(folder.resolve(Page.TABLE + ".json"), page.tableJson()));
    written.add(Files.writeString(folder.resolve(PAGE), page.html()));
    return new Written(folder, written);
  }

  /// The panels of the first benchmark that has an axis: one axis and one legend for all. None
  /// where they have more lines than can be told apart.
  private @Nullable Figure overview(List<Panel> panels) {
    var withAxis =
        panels.stream()
            .filter(panel -> panel.axis() != null && !panel.family().isControl())
            .toList();
    var shown =
        withAxis.stream()
            .filter(panel -> panel.family().equals(withAxis.getFirst().family()))
            .limit(MOST_IN_OVERVIEW)
            .toList();
    var lines = shown.stream().mapToInt(panel -> panel.lines().size()).max().orElse(0);
    return shown.isEmpty() || lines > MOST_LINES
        ? null
        : new Figures(machine).overview(shown, Pens.of(shown));
  }

  private List<Charted> charted(List<Panel> panels) {
    var families = panels.stream().collect(Collectors.groupingBy(Panel::family));
    var settings = new HashMap<Panel.Family, Setting>();
    families.forEach((family, members) ->
        settings.put(family, new Setting(Pens.of(members), machine, names, members)));
    return panels.stream().map(panel -> charted(panel, settings)).toList();
  }

  private static Charted charted(Panel panel, Map<Panel.Family, Setting> settings) {
    var setting = Objects.requireNonNull(settings.get(panel.family()));
    return new Charted(panel, PanelCharts.of(panel, setting));
  }

  private Compared compared(BeforeAfter pair) {
    var name = names.of(pair.after() + "-against-" + pair.before());
    return new Compared(pair, name, BeforeAfterFigures.of(pair, names));
  }

  private List<Path> list(Compared compared) throws IOException {
    var listings = Files.createDirectories(folder.resolve(Compared.LISTINGS));
    var pair = compared.pair();
    return List.of(
        Files.writeString(listings.resolve(compared.name() + ".csv"), new ShiftList(pair).csv()),
        Files.writeString(
            listings.resolve(compared.name() + ".json"), Format.JSON.write(pair.comparison())));
  }

  private List<Traced> traced(DataFolder data) throws IOException {
    var traced = new ArrayList<Traced>();
    for (var trace : traces) {
      traced.add(Traced.of(trace, names, data.copyTrace(trace.path(), traced.size() + 1)));
    }
    return traced;
  }
}
