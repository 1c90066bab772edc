package dev.millrace.reports;

import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.chart.FigureFiles;
import dev.millrace.reports.chart.FigureNames;
import dev.millrace.reports.chart.TrendFigures;
import dev.millrace.reports.page.Page;
import dev.millrace.reports.page.TrendPage;
import dev.millrace.reports.trend.ChangeList;
import dev.millrace.reports.trend.Course;
import dev.millrace.reports.trend.Trend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Writes a trend: the page, its charts, and all changes as CSV, JSON and Markdown.
final class TrendFolder {
  /// The most series that are drawn, those first whose latest changes are the largest.
  private static final int MOST_DRAWN = 60;

  private TrendFolder() {}

  /// Writes everything and returns the page's path.
  ///
  /// @param told gets a line every few seconds
  /// @throws IOException when the folder cannot be written
  static Path write(Trend trend, Path folder, Consumer<String> told) throws IOException {
    var figures = new LinkedHashMap<Course, Figure>();
    var names = new FigureNames();
    for (var course : trend.byLatestChange().stream().limit(MOST_DRAWN).toList()) {
      figures.put(course, TrendFigures.of(trend, course, names));
    }
    FigureFiles.writeAll(figures.values(), folder.resolve(Page.CHARTS), told);
    var changes = new ChangeList(trend);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(TrendPage.LISTING + ".csv"), changes.csv());
    Files.writeString(folder.resolve(TrendPage.LISTING + ".json"), changes.json());
    Files.writeString(folder.resolve(TrendPage.LISTING + ".md"), changes.markdown());
    var page = folder.resolve("index.html");
    Files.writeString(page, TrendPage.of(trend, figures));
    return page;
  }
}
