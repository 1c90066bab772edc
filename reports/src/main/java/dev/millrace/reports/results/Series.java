package dev.millrace.reports.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// One record of a JMH file: what was measured, its score, and what profilers saw beside it.
///
/// Secondary metrics are named without the middle dot that JMH before 1.37 put in front.
///
/// @param jdkVersion empty when the file has none, as those of old JMH
/// @param rest every other key as JSON text in one line, in the order of the file: how JMH was run
///   (`"measurementTime"` is `"1 s"`, quotes and all), and what is unknown here
public record Series(
    Identity identity,
    Metric primary,
    Map<String, Metric> secondary,
    String jdkVersion,
    Map<String, String> rest) {
  /// The secondary metric with process CPU time per operation.
  public static final String CPU = "cpu";

  public Series {
    secondary = Collections.unmodifiableMap(new TreeMap<>(secondary));
    rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
  }

  /// A series of which nothing is known of how JMH was run.
  public Series(
      Identity identity, Metric primary, Map<String, Metric> secondary, String jdkVersion) {
    this(identity, primary, secondary, jdkVersion, Map.of());
  }
}
