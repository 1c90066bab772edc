package dev.millrace.reports.page;

import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.page.Content.Section;
import dev.millrace.reports.results.Fork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The report as one HTML page: no script, no network, every picture beside it.
public final class Page {
  /// The folder of the charts, relative to the page.
  public static final String CHARTS = "charts/";

  /// The folder of comparisons as CSV and JSON, relative to the page.
  public static final String LISTINGS = "comparisons/";

  private static final int MOST_SHAPES = 4;
  private static final String METHOD =
      "The fork, a fresh JVM, is the unit of replication: each dot is the mean of one fork's "
          + "iterations, and iterations of different forks are never pooled. Intervals of means are "
          + "Student-t intervals over fork means at 95 %; with one fork there is none. Ratios "
          + "compare fork means; their intervals are Welch's on the log scale with Satterthwaite's "
          + "degrees of freedom. “Within noise” means that the interval of the ratio holds 1. The "
          + "winner is picked after the numbers are seen and intervals are not corrected for the "
          + "many comparisons on a page: read them as a description, and use the gate to decide. "
          + "In the charts the grey ideal line starts from the best engine that scales at one "
          + "thread and divides its time by the threads; for CPU time it stays level, as no work "
          + "is added. A dashed level is an engine that was measured at one thread only. An "
          + "interval bar that leaves a chart is cut at its edge. CPU time is that of the whole "
          + "process, garbage collector and compiler threads included.";

  private final Content content;

  private Page(Content content) {
    this.content = content;
  }

  /// The page's text.
  public static String of(Content content) {
    return new Page(content).html();
  }

  private String html() {
    return document(title(), body());
  }

  /// A document with our style sheet.
  static String document(String title, Html body) {
    var page = new StringBuilder("<!DOCTYPE html>\n");
    Html.of("html", head(title), body).with("lang", "en").writeTo(page);
    return page.toString();
  }

  private static Html head(String title) {
    return Html.of(
        "head",
        Html.of("meta").with("charset", "utf-8"),
        Html.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Html.of("title", title),
        new Html.Style(styleSheet()));
  }

  private Html body() {
    var parts = new ArrayList<Html>();
    parts.add(
        Html.of("header", Html.of("h1", title()), Html.of("p", scope()).with("class", "faint")));
    parts.add(findings());
    overview(parts);
    parts.add(machine());
    content.comparisons().forEach(each -> parts.add(ComparisonSection.of(each)));
    content.subjects().forEach(section -> parts.add(section(section)));
    parts.add(method());
    parts.add(files());
    return Html.of("body", Html.of("main", parts));
  }

  private String title() {
    var names =
        content.subjects().stream()
            .map(section -> section.panel().family().className())
            .distinct()
            .toList();
    if (content.overview() != null) {
      var about = names.size() == 1 ? " (" + names.getFirst() + ")" : "";
      return content.overview().heading().title() + about;
    }
    if (names.isEmpty()) {
      return "The machine itself";
    }
    return names.size() == 1
        ? "Benchmark " + names.getFirst()
        : "Benchmarks: " + names.size() + " classes";
  }

  private String scope() {
    var series = content.files().stream().mapToInt(file -> file.series().size()).sum();
    var names =
        content.files().stream()
            .map(file -> String.valueOf(file.path().getFileName()))
            .collect(Collectors.joining(", "));
    return series + " series from " + names + "; " + effort() + ".";
  }

  /// How much was measured: forks and iterations of the scores.
  private String effort() {
    var shapes =
        content.files().stream()
            .flatMap(file -> file.series().stream())
            .map(series -> series.primary().forks())
            .map(forks -> forks.size() + " × " + iterations(forks))
            .distinct()
            .toList();
    return shapes.size() <= MOST_SHAPES
        ? "forks × iterations: " + String.join(", ", shapes)
        : "forks and iterations differ by series";
  }

  private static int iterations(List<Fork> forks) {
    return forks.stream().mapToInt(fork -> fork.iterations().size()).max().orElse(0);
  }

  private Html findings() {
    var items = new ArrayList<Html>();
    for (var section : content.subjects()) {
      items.add(
          Html.of(
              "li",
              Html.of("strong", Html.link("#" + section.anchor(), section.panel().title())),
              new Html.Text(": " + Sentence.of(section.panel()))));
    }
    return Html.of(
        "section",
        Html.of("h2", "What the numbers say").with("id", "findings"),
        Html.of("ul", items).with("class", "findings"));
  }

  private void overview(List<Html> parts) {
    var figure = content.overview();
    if (figure != null) {
      parts.add(
          Html.of(
              "section",
              Html.of("h2", "Overview").with("id", "overview"),
              figure(figure, "Overview: " + figure.heading().title()).with("class", "wide")));
    }
  }

  private Html machine() {
    var parts = new ArrayList<Html>();
    parts.add(Html.of("h2", "Machine").with("id", "machine"));
    parts.add(Machine.of(content.environment(), content.files()));
    for (var control : content.controls()) {
      parts.add(Html.of("h3", "The machine itself: " + control.panel().title()));
      parts.add(
          Html.of(
              "p",
              "Bare CPU work without any engine: what this machine can give at most. "
                  + Sentence.ofControl(control.panel())));
      parts.add(charts(control));
      parts.add(NumberTable.of(control.panel()));
    }
    return Html.of("section", parts);
  }

  private Html section(Section section) {
    var panel = section.panel();
    var parts = new ArrayList<Html>();
    parts.add(Html.of("h2", panel.title()).with("id", section.anchor()));
    parts.add(Html.of("p", Sentence.of(panel)));
    var about = panel.family().qualifiedClass() + ", " + panel.mode().words();
    var conditions = panel.conditions().isEmpty() ? "" : ", " + panel.conditions();
    parts.add(Html.of("p", about + conditions).with("class", "faint"));
    parts.add(charts(section));
    parts.add(NumberTable.of(panel));
    return Html.of("section", parts);
  }

  private Html charts(Section section) {
    var figures =
        section.figures().stream()
            .map(each -> figure(each, each.heading().title() + ". " + Sentence.of(section.panel())))
            .toList();
    return Html.of("div", figures).with("class", "charts");
  }

  /// A chart with links to its files.
  static Html.Element figure(Figure figure, String alternative) {
    var stem = CHARTS + figure.name();
    var image =
        Html.of("img")
            .with("src", stem + ".svg")
            .with("alt", alternative)
            .with("width", String.valueOf(figure.width()))
            .with("height", String.valueOf(figure.height()))
            .with("loading", "lazy");
    var caption =
        Html.of(
            "figcaption",
            Html.link(stem + ".csv", "numbers (CSV)"),
            new Html.Text(" · "),
            Html.link(stem + ".png", "PNG"),
            new Html.Text(" · "),
            Html.link(stem + ".svg", "SVG"));
    return Html.of("figure", image, caption);
  }

  private Html method() {
    return Html.of("section", Html.of("h2", "Method").with("id", "method"), Html.of("p", METHOD));
  }

  private Html files() {
    var items = new ArrayList<Html>();
    for (var i = 0; i < content.files().size(); i++) {
      var path = content.files().get(i).path();
      items.add(
          Html.of("li", Html.link(content.links().get(i), String.valueOf(path.getFileName()))));
    }
    return Html.of(
        "section", Html.of("h2", "Raw results").with("id", "files"), Html.of("ul", items));
  }

  private static String styleSheet() {
    try (var stream = Page.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
