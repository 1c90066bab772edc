package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Charted;
import dev.millrace.reports.page.Content.Source;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.study.Point;
import dev.millrace.reports.study.Row;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A series in the table of all: where it is charted, its numbers, and the file it comes from.
///
/// @param verdict of a comparison; or that forks of it failed; else empty
record Entry(Charted charted, Row row, Series series, Source source, String verdict) {
  /// Every series, panel by panel in the order of the page.
  static List<Entry> of(Content content) {
    var sources = sources(content);
    var verdicts = content.verdicts();
    var entries = new ArrayList<Entry>();
    for (var charted : content.panels()) {
      var rows = Row.of(charted.panel());
      var series = charted.panel().points().map(Point::series).toList();
      for (var i = 0; i < rows.size(); i++) {
        var source = Objects.requireNonNull(sources.get(series.get(i)));
        var verdict = verdict(verdicts, source, series.get(i));
        entries.add(new Entry(charted, rows.get(i), series.get(i), source, verdict));
      }
    }
    return entries;
  }

  /// Which file a series is from: two files may hold equal ones, so each is looked up as the object
  /// that it is.
  private static Map<Series, Source> sources(Content content) {
    var sources = new IdentityHashMap<Series, Source>();
    for (var source : content.sources()) {
      source.file().series().forEach(series -> sources.put(series, source));
    }
    return sources;
  }

  private static String verdict(Map<Identity, String> verdicts, Source source, Series series) {
    var verdict = verdicts.get(series.identity());
    if (verdict != null) {
      return verdict;
    }
    return source.file().failureOf(series.identity()) == null ? "" : "forks failed";
  }

  /// The benchmark without its package.
  String benchmark() {
    return series.identity().className() + "." + series.identity().method();
  }

  /// The flame graphs of the series.
  List<Flame> flames() {
    return source.flames().stream().filter(flame -> flame.isOf(series.identity())).toList();
  }
}
