package dev.millrace.reports.page;

import dev.millrace.reports.results.Fork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The report as one HTML page: no network, every picture beside it. All of it is in the HTML; a
/// small script of our own only sorts and filters the table of all series.
public final class Page {
  /// The folder of the charts, relative to the page.
  public static final String CHARTS = "charts/";

  /// The files of the table of all series, relative to the page, without their endings.
  public static final String TABLE = "table";

  /// The page as Markdown, relative to the page.
  public static final String MARKDOWN = "report.md";

  private static final int MOST_SHAPES = 4;

  private final Content content;
  private final List<Html.Element> sections;

  private Page(Content content) {
    this.content = content;
    this.sections = Sections.of(content);
  }

  /// A page of some content.
  public static Page of(Content content) {
    return new Page(content);
  }

  /// The page as HTML.
  public String html() {
    return document(title(), main(), sections);
  }

  /// A document with our style sheet and script.
  ///
  /// @param main what it says
  /// @param sections those parts of it that the navigation leads to
  static String document(String title, List<Html> main, List<Html.Element> sections) {
    var page = new StringBuilder("<!DOCTYPE html>\n");
    Html.of("html", head(title), body(main, sections)).with("lang", "en").writeTo(page);
    return page.toString();
  }

  /// The page as Markdown.
  public String markdown() {
    return Markdown.of(Html.of("main", main()));
  }

  /// The table of all series as CSV.
  public String tableCsv() {
    return SeriesFiles.csv(Entry.of(content));
  }

  /// The table of all series as JSON.
  public String tableJson() {
    return SeriesFiles.json(Entry.of(content));
  }

  private static Html head(String title) {
    return Html.of(
        "head",
        Html.of("meta").with("charset", "utf-8"),
        Html.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Html.of("meta").with("name", "color-scheme").with("content", "light dark"),
        Html.of("title", title),
        new Html.Verbatim("style", resource("page.css")));
  }

  private static Html body(List<Html> main, List<Html.Element> sections) {
    return Html.of(
        "body",
        Html.link("#main", "Skip to the report").with("class", "skip"),
        Navigation.of(sections),
        Html.of("main", main).with("id", "main"),
        new Html.Verbatim("script", resource("page.js")));
  }

  private List<Html> main() {
    var parts = new ArrayList<Html>();
    parts.add(
        Html.of("header", Html.of("h1", title()), Html.of("p", scope()).with("class", "faint")));
    parts.addAll(sections);
    return parts;
  }

  private String title() {
    if (content.sources().isEmpty()) {
      return "Traced: "
          + content.traces().stream().map(Traced::title).collect(Collectors.joining("; "));
    }
    var names =
        content.subjects().stream()
            .map(charted -> charted.panel().family().className())
            .distinct()
            .toList();
    var overview = content.overview();
    if (overview != null) {
      var about = names.size() == 1 ? " (" + names.getFirst() + ")" : "";
      return overview.heading().title() + about;
    }
    if (names.isEmpty()) {
      return "The machine itself";
    }
    return names.size() == 1
        ? "Benchmark " + names.getFirst()
        : "Benchmarks: " + names.size() + " classes";
  }

  private String scope() {
    if (content.sources().isEmpty()) {
      return "Every unit of single runs; no results were given.";
    }
    var series = content.files().stream().mapToInt(file -> file.series().size()).sum();
    var names =
        content.sources().stream().map(Content.Source::name).collect(Collectors.joining(", "));
    return series + " series from " + names + "; " + effort() + ".";
  }

  /// How much was measured: forks and iterations of the scores.
  private String effort() {
    var shapes =
        content.files().stream()
            .flatMap(file -> file.series().stream())
            .map(series -> series.primary().forks())
            .map(forks -> forks.isEmpty() ? "not kept" : forks.size() + " × " + iterations(forks))
            .distinct()
            .toList();
    return shapes.size() <= MOST_SHAPES
        ? "forks × iterations: " + String.join(", ", shapes)
        : "forks and iterations differ by series";
  }

  private static int iterations(List<Fork> forks) {
    return forks.stream().mapToInt(fork -> fork.iterations().size()).max().orElse(0);
  }

  private static String resource(String name) {
    try (var stream = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
