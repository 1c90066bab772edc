package dev.millrace.reports.page;

import dev.millrace.reports.chart.Figure;
import dev.millrace.reports.trend.Course;
import dev.millrace.reports.trend.Run;
import dev.millrace.reports.trend.Trend;
import dev.millrace.reports.trend.TrendSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// The trend of a folder of runs as one HTML page, built as the report's [Page] is.
public final class TrendPage {
  /// The listing of all changes, without its suffix, beside the page.
  public static final String LISTING = "changes";

  private static final String METHOD =
      "One number a run: the geometric mean of the fork means. A level is marked as changed where "
          + "steps explain a series so much better than none that noise would seldom do it: of the "
          + "series marked, 5 % at most have not changed, if the noise of neighbouring runs is "
          + "correlated by 0.6 at most. A new level has four runs at least; what was gone after "
          + "three is none. While a level is a few runs old, its first run may still move. A mark "
          + "is a reason to look; the gate decides. Red is worse, blue is better; the vertical "
          + "axes do not start at zero.";

  private final Trend trend;
  private final Map<Course, Figure> figures;

  private TrendPage(Trend trend, Map<Course, Figure> figures) {
    this.trend = trend;
    this.figures = figures;
  }

  /// The page's text.
  ///
  /// @param figures of the series that are drawn, in their order on the page
  public static String of(Trend trend, Map<Course, Figure> figures) {
    var page = new TrendPage(trend, figures);
    return page.html();
  }

  private String title() {
    var runs = trend.history().runs().size();
    return "Trend: " + trend.courses().size() + " series over " + runs + " runs";
  }

  private String html() {
    var sections =
        List.of(
            section("What changed", "findings", findings()),
            section("Run charts", "charts", charts()),
            section("All series", "series", List.of(series())),
            section("Runs", "runs", runs()),
            section("Method", "method", List.of(Html.of("p", METHOD))));
    var scope = "Runs are " + trend.history().order() + ".";
    var main = new ArrayList<Html>();
    main.add(Html.of("header", Html.of("h1", title()), Html.of("p", scope).with("class", "faint")));
    main.addAll(sections);
    return Page.document(title(), main, sections);
  }

  private static Html.Element section(String title, String id, List<Html> content) {
    var parts = new ArrayList<Html>();
    parts.add(Html.of("h2", title).with("id", id));
    parts.addAll(content);
    return Html.of("section", parts).with("aria-labelledby", id);
  }

  private List<Html> findings() {
    var changed = trend.courses().stream().filter(course -> course.changes() > 0).count();
    var drawn = figures.keySet().stream().filter(course -> course.changes() > 0).toList();
    var count = changed == 0 ? "No series" : changed + " of " + trend.courses().size() + " series";
    var some =
        changed == drawn.size() ? "" : " The " + drawn.size() + " largest are listed and drawn.";
    return List.of(
        Html.of("p", count + " changed level." + some),
        Html.of("ul", drawn.stream().map(this::finding).toList()).with("class", "findings"),
        Html.of(
            "p",
            new Html.Text("Every change as "),
            Html.link(LISTING + ".csv", "CSV"),
            new Html.Text(", "),
            Html.link(LISTING + ".json", "JSON"),
            new Html.Text(" and "),
            Html.link(LISTING + ".md", "Markdown"),
            new Html.Text(".")));
  }

  private Html finding(Course course) {
    return Html.of(
        "li",
        Html.of("strong", name(course)),
        new Html.Text(": " + TrendSentence.of(trend, course)));
  }

  /// The name of a series, a link to its chart if it is drawn.
  private Html name(Course course) {
    var label = course.track().identity().label();
    var figure = figures.get(course);
    return figure == null ? new Html.Text(label) : Html.link("#" + figure.name(), label);
  }

  private List<Html> charts() {
    var charts = new ArrayList<Html>();
    figures.forEach((course, figure) ->
        charts.add(
            FigureView.of(figure, TrendSentence.of(trend, course), "#series")
                .with("id", figure.name())));
    var undrawn = trend.courses().size() - figures.size();
    var some = undrawn == 0 ? "" : " " + undrawn + " series are in the table alone.";
    return List.of(
        Html.of("p", "Dots are runs, thick lines are levels." + some),
        Html.of("div", charts).with("class", "charts"));
  }

  private Html series() {
    var rows =
        trend.courses().stream()
            .map(course ->
                row(
                    name(course),
                    String.valueOf(course.track().values().size()),
                    TrendSentence.of(trend, course)))
            .toList();
    return Tables.of("Every series", List.of("series", "runs", "what became of it"), rows);
  }

  private List<Html> runs() {
    var runs = trend.history().runs();
    var rows = IntStream.range(0, runs.size()).mapToObj(i -> row(i, runs.get(i))).toList();
    var notes = trend.history().notes().stream().map(note -> Html.of("li", note)).toList();
    var heads = List.of("run", "name", "started", "commit", "on");
    return List.of(Html.of("ul", notes), Tables.of("Every run", heads, rows));
  }

  private static Html row(int index, Run run) {
    return row(
        new Html.Text(String.valueOf(index + 1)),
        run.name(),
        Objects.toString(run.startedAt(), "not recorded"),
        run.commit() == null ? "not recorded" : run.shortCommit(),
        Objects.toString(run.platform(), "not recorded"));
  }

  private static Html row(Html head, String... cells) {
    var row = new ArrayList<Html>();
    row.add(Html.of("th", head).with("scope", "row"));
    for (var cell : cells) {
      row.add(Html.of("td", cell).with("class", "words"));
    }
    return Html.of("tr", row);
  }
}
