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
import dev.millrace.reports.page.Content;
import dev.millrace.reports.page.Page;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Panel;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a report: the page, its charts, and a copy of the raw results, all in one folder.
final class ReportFolder {
  private static final String DATA = "data/";
  private static final int MOST_IN_OVERVIEW = 20;

  private final Path folder;
  private final List<ResultFile> files;
  private final Figures figures;
  private final FigureNames names = new FigureNames("overview");

  ReportFolder(Path folder, List<ResultFile> files) {
    this.folder = folder;
    this.files = files;
    this.figures = new Figures(machine(files));
  }

  /// Writes everything and returns the page's path.
  ///
  /// @throws IOException when the folder cannot be written
  Path write(List<Panel> panels, List<BeforeAfter> pairs) throws IOException {
    var overview = overview(panels);
    if (overview != null) {
      FigureFiles.write(overview, charts());
    }
    var sections = new ArrayList<Content.Section>();
    for (var panel : panels) {
      sections.add(section(panel, panels));
    }
    var comparisons = new ArrayList<Content.Comparison>();
    for (var pair : pairs) {
      comparisons.add(comparison(pair));
    }
    var page = folder.resolve("index.html");
    Files.createDirectories(folder);
    var content = new Content(files, copyRawResults(), overview, sections, comparisons);
    Files.writeString(page, Page.of(content));
    return page;
  }

  private Content.Comparison comparison(BeforeAfter pair) throws IOException {
    var drawn = BeforeAfterFigures.of(pair, names);
    for (var figure : drawn) {
      FigureFiles.write(figure, charts());
    }
    var listings = folder.resolve(Page.LISTINGS);
    var name = names.of(pair.after() + "-against-" + pair.before());
    Files.createDirectories(listings);
    Files.writeString(listings.resolve(name + ".csv"), new ShiftList(pair).csv());
    Files.writeString(listings.resolve(name + ".json"), Format.JSON.write(pair.comparison()));
    return new Content.Comparison(pair, name, drawn);
  }

  /// The panels of the first benchmark that has an axis: one axis and one legend for all.
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
    return shown.isEmpty() ? null : figures.overview(shown, Pens.of(shown));
  }

  private Content.Section section(Panel panel, List<Panel> panels) throws IOException {
    var family = panels.stream().filter(each -> each.family().equals(panel.family())).toList();
    var drawn = PanelCharts.of(panel, new Setting(Pens.of(family), machine(files), names));
    for (var figure : drawn) {
      FigureFiles.write(figure, charts());
    }
    return new Content.Section(panel, drawn);
  }

  private List<String> copyRawResults() throws IOException {
    var links = new ArrayList<String>();
    for (var i = 0; i < files.size(); i++) {
      var source = files.get(i).path();
      var place = files.size() == 1 ? DATA : DATA + (i + 1) + "/";
      copy(source, place);
      var environment = source.resolveSibling(ResultFile.ENVIRONMENT);
      if (Files.isRegularFile(environment)) {
        copy(environment, place);
      }
      links.add(place + encoded(String.valueOf(source.getFileName())));
    }
    return links;
  }

  private void copy(Path source, String place) throws IOException {
    var target = folder.resolve(place).resolve(String.valueOf(source.getFileName()));
    Files.createDirectories(folder.resolve(place));
    if (!Files.exists(target) || !Files.isSameFile(source, target)) {
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Path charts() {
    return folder.resolve(Page.CHARTS);
  }

  private static Environment.Machine machine(List<ResultFile> files) {
    return files.stream()
        .map(file -> file.environment().machine())
        .filter(each -> each.logicalCores() != null || each.physicalCores() != null)
        .findFirst()
        .orElse(Environment.UNKNOWN.machine());
  }
}
