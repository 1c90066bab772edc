package dev.millrace.reports.page;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Mode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A flame graph that lay beside the results.
///
/// @param name of its file, or of the folder that JMH's own profiler has put it into
/// @param address of the report's copy, relative to the page
public record Flame(String name, String address) {
  /// What joins the names of two profiles in that of their difference.
  private static final String AGAINST = "-against-";

  /// Longer names are cut by the profiler and end in a hash.
  private static final int LONGEST = 200;

  /// Whether it shows the difference of two profiles.
  boolean isDifference() {
    return name.contains(AGAINST);
  }

  /// Whether it is a profile of a series: named by `FlameProfiler` or JMH's own profilers after the
  /// benchmark and its params, or by `profile.sh` after job and engine.
  boolean isOf(Identity series) {
    var id = id(series);
    var job = series.params().get("job");
    var engine = series.params().get("engine");
    return name.equals(id)
        || name.matches("\\Q" + id.replace("\\E", "") + "\\E-fork\\d+")
        || (job != null && engine != null && name.equals(job + "-" + engine));
  }

  /// The name that JMH gives to files of a benchmark with its params.
  private static String id(Identity series) {
    var id = new StringBuilder(encoded(series.benchmark())).append('-').append(mode(series.mode()));
    series
        .params()
        .forEach(
            (key, value) -> id.append('-').append(encoded(key)).append('-').append(encoded(value)));
    return id.length() <= LONGEST
        ? id.toString()
        : String.format(Locale.ROOT, "%s-%08x", id.substring(0, LONGEST), id.toString().hashCode());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String mode(Mode mode) {
    return switch (mode) {
      case THROUGHPUT -> "Throughput";
      case AVERAGE_TIME -> "AverageTime";
      case SAMPLE_TIME -> "SampleTime";
      case SINGLE_SHOT -> "SingleShotTime";
    };
  }
}
