package dev.millrace.reports.page;

import dev.millrace.reports.results.Identity;

/// A flame graph that lay beside the results.
///
/// @param name of its file, or of the folder that JMH's own profiler has put it into
/// @param address of the report's copy, relative to the page
public record Flame(String name, String address) {
  /// What joins the names of two profiles in that of their difference.
  private static final String AGAINST = "-against-";

  /// Whether it shows the difference of two profiles.
  boolean isDifference() {
    return name.contains(AGAINST);
  }

  /// Whether it is a profile of a series: named by `FlameProfiler` or JMH's own profilers after the
  /// benchmark and its params, or by `profile.sh` after job and engine.
  boolean isOf(Identity series) {
    var id = series.fileName();
    var job = series.params().get("job");
    var engine = series.params().get("engine");
    return (name.startsWith(id) && name.substring(id.length()).matches("(-fork\\d+)?"))
        || (job != null && engine != null && name.equals(job + "-" + engine));
  }
}
